import LSP

/// One thing that the server tells the client it can do: a path into `ServerCapabilities` and what stands there.
package struct Capability: Sendable {
  let path: String
  /// Made only for a client that it is told.
  let value: @Sendable () -> LSPAny
  let isWanted: @Sendable (ClientCapabilities) -> Bool

  /// A value other than `true`; arrays under one path add up. It is left out for a client that `wanted` says no to.
  static func with(
    _ path: String, _ value: @autoclosure @escaping @Sendable () -> LSPAny = true,
    if isWanted: @escaping @Sendable (ClientCapabilities) -> Bool = { _ in true }
  ) -> Capability {
    Capability(path: path, value: value, isWanted: isWanted)
  }
}

extension Capability: ExpressibleByStringLiteral {
  package init(stringLiteral path: String) { self = .with(path) }
}

extension LSPAny {
  /// Adds what `client` is told of `capabilities`.
  mutating func declare(_ capabilities: [Capability], to client: ClientCapabilities) {
    for capability in capabilities where capability.isWanted(client) {
      put(capability.value(), at: capability.path[...])
    }
  }

  fileprivate mutating func put(_ value: LSPAny, at path: Substring) {
    guard !path.isEmpty else {
      merge(value)
      return
    }
    let dot = path.utf8.firstIndex(of: UInt8(ascii: ".")) ?? path.endIndex
    let key = String(path[..<dot])
    var members: [Member] = if case .object(let members) = self { members } else { [] }
    // They are changed where they lie, as nobody else holds them now.
    self = .null
    let index = members.firstIndex { $0.key == key } ?? members.count
    if index == members.count { members.append(Member(key, .null)) }
    members[index].value.put(value, at: dot == path.endIndex ? "" : path[path.utf8.index(after: dot)...])
    self = .object(members)
  }

  private mutating func merge(_ value: LSPAny) {
    switch (self, value) {
    case (.array(let old), .array(let new)): self = .array(old + new)
    case (.object, .object(let new)):
      for member in new { put(member.value, at: member.key[...]) }
    case (.object, .bool(true)): break
    default: self = value
    }
  }
}
