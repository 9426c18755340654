import LSP
import Semantics

/// Learns what the client can do, and tells it what the server can.
func initialize(_ params: InitializeParams, _ session: inout Session) -> InitializeResult {
  session.phase = .running
  session.client = params.capabilities
  session.encoding = PositionEncoding(offered: params.capabilities.positionEncodings)
  session.trace = params.trace
  session.folders = params.folders ?? []
  if session.folders.isEmpty, let root = params.rootURI ?? params.rootPath.map(uri(ofPath:)) {
    session.folders = [WorkspaceFolder(uri: root, name: "")]
  }
  if let process = params.processID { session.effects.append(.watch(process: process)) }
  var capabilities = LSPAny.object([])
  if !session.client.positionEncodings.isEmpty {
    capabilities = ["positionEncoding": .string(session.encoding.rawValue)]
  }
  for route in Routes.all { capabilities.declare(route.declares, to: session.client) }
  return InitializeResult(capabilities: capabilities, name: session.name, version: session.version)
}

func shutdown(_ params: NoParams, _ session: inout Session) -> Null {
  session.phase = .down
  return Null()
}

func setTrace(_ params: SetTraceParams, _ session: inout Session) { session.trace = params.value }

/// Runs one of the commands that the table lists.
func executeCommand(_ params: ExecuteCommandParams, _ session: inout Session) throws(ResponseError) -> LSPAny {
  guard case .command(let run)? = Routes.kind(of: params.command) else {
    throw ResponseError(.invalidParams, "there is no command \(params.command)")
  }
  return try run(params.arguments, &session)
}

extension Session {
  /// A new day changes what “in the future” means.
  mutating func newDay(_ day: CivilDate) {
    guard today != day else { return }
    today = day
    recheckAll()
  }
}

private func uri(ofPath path: String) -> DocumentURI {
  let slashed = String(path.map { $0 == "\\" ? "/" : $0 })
  return slashed.hasPrefix("/") ? "file://\(slashed)" : "file:///\(slashed)"
}
