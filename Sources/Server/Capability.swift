import LSP

/// One thing that the server tells the client it can do: a path into `ServerCapabilities` and what stands there.
package struct Capability: Sendable {
  let path: String
  let value: LSPAny
  let isWanted: @Sendable (ClientCapabilities) -> Bool

  /// A value other than `true`; arrays under one path add up. It is left out for a client that `wanted` says no to.
  static func with(
    _ path: String, _ value: LSPAny = true,
    if isWanted: @escaping @Sendable (ClientCapabilities) -> Bool = { _ in true }
  ) -> Capability {
    Capability(path: path, value: value, isWanted: isWanted)
  }

  /// `foldingRangeProvider` and the like, for a client that says anything about `foldingRange`; no other has a use for it.
  /// Not for lenses, selections, hints and calls: lsp-mode 8 shows the first two, ycmd the third and Neovim 0.7 the
  /// last, and none of them says so.
  static func ifKnown(_ path: String, _ value: LSPAny = true) -> Capability {
    let feature = path.prefix { $0 != "." }.dropLast("Provider".count)
    return .with(path, value) { $0.documentFeatures.contains(String(feature)) }
  }
}

extension Capability: ExpressibleByStringLiteral {
  package init(stringLiteral path: String) { self = .with(path) }
}

extension [Capability] {
  /// All that `client` is told, as one object.
  func declared(to client: ClientCapabilities) -> LSPAny {
    var all = LSPAny.object([])
    for capability in self where capability.isWanted(client) { all.put(capability.value, at: capability.path[...]) }
    return all
  }
}

extension LSPAny {
  fileprivate mutating func put(_ value: LSPAny, at path: Substring) {
    guard !path.isEmpty else {
      merge(value)
      return
    }
    let dot = path.utf8.firstIndex(of: UInt8(ascii: ".")) ?? path.endIndex
    let key = String(path[..<dot])
    var members: [Member] = if case .object(let members) = self { members } else { [] }
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
