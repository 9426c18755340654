/// One value inside a parsed JSON message, read in place: strings and numbers are decoded when asked for.
package struct JSON: Sendable {
  let source: Source
  let index: Int

  /// The value under a key of an object; absent if there is none, the last one if there are several.
  package subscript(key: StaticString) -> JSON {
    guard let node, node.kind == .object else { return absent }
    var found = -1
    var at = index + 1
    while at < node.next {
      let value = at + 1
      if source.text(at, equals: key) { found = value }
      at = Int(source.nodes[value].next)
    }
    return JSON(source: source, index: found)
  }

  /// True where the value is missing or `null`, which clients use for the same thing.
  package var isAbsent: Bool {
    guard let node else { return true }
    return node.kind == .null
  }

  /// True only where the value is missing altogether.
  package var isMissing: Bool { node == nil }

  /// True for `{…}`.
  package var isObject: Bool { node?.kind == .object }

  /// True for `[…]`.
  package var isArray: Bool { node?.kind == .array }

  /// The elements of an array; empty for anything else.
  package var elements: [JSON] {
    guard let node, node.kind == .array else { return [] }
    var all: [JSON] = []
    var at = index + 1
    while at < node.next {
      all.append(JSON(source: source, index: at))
      at = Int(source.nodes[at].next)
    }
    return all
  }

  /// The keys and values of an object in the order they were written; empty for anything else.
  package var members: [(key: String, value: JSON)] {
    guard let node, node.kind == .object else { return [] }
    var all: [(key: String, value: JSON)] = []
    var at = index + 1
    while at < node.next {
      let value = JSON(source: source, index: at + 1)
      all.append((JSON(source: source, index: at).string ?? "", value))
      at = Int(source.nodes[at + 1].next)
    }
    return all
  }

  /// The value of `true` or `false`; nil for anything else.
  package var bool: Bool? {
    switch node?.kind {
    case .true: true
    case .false: false
    default: nil
    }
  }

  /// Where the value stands, such as `params.contentChanges[0].range`, for messages to people.
  package var path: String {
    var path = ""
    var at = 0
    while at < index, let child = source.child(of: at, holding: index) {
      path += child.step
      at = child.index
    }
    return path.hasPrefix(".") ? String(path.dropFirst()) : path
  }

  var node: Node? {
    index >= 0 && index < source.nodes.count ? source.nodes[index] : nil
  }

  private var absent: JSON { JSON(source: source, index: -1) }
}

extension JSON {
  enum Kind: UInt8 {
    case null, `true`, `false`, number, plainString, escapedString, array, object
  }

  /// A value's place in the message (quotes excluded), and the index of the node after its last descendant.
  struct Node {
    let kind: Kind
    let start: UInt32
    var end: UInt32
    var next: UInt32
  }

  /// The message and its values in the order of their first bytes.
  final class Source: Sendable {
    let bytes: [UInt8]
    let nodes: [Node]

    init(bytes: [UInt8], nodes: [Node]) {
      self.bytes = bytes
      self.nodes = nodes
    }

    func text(_ index: Int, equals key: StaticString) -> Bool {
      let node = nodes[index]
      guard node.kind == .plainString else {
        return JSON(source: self, index: index).string == key.description
      }
      let start = Int(node.start)
      guard Int(node.end) - start == key.utf8CodeUnitCount else { return false }
      return key.withUTF8Buffer { name in
        for offset in name.indices where bytes[start + offset] != name[offset] { return false }
        return true
      }
    }

    /// The child of `parent` that is or holds the node `index`, and how a path names it.
    func child(of parent: Int, holding index: Int) -> (index: Int, step: String)? {
      let isObject = nodes[parent].kind == .object
      var at = parent + 1
      var count = 0
      while at < nodes[parent].next {
        let value = isObject ? at + 1 : at
        if index < nodes[value].next {
          let key = isObject ? JSON(source: self, index: at).string ?? "" : ""
          return (value, isObject ? ".\(key)" : "[\(count)]")
        }
        at = Int(nodes[value].next)
        count += 1
      }
      return nil
    }
  }
}
