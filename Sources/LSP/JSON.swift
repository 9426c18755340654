/// One value inside a parsed JSON message, read in place: strings and numbers are decoded when asked for.
package struct JSON: Sendable {
  let source: Source
  let index: Int

  /// The value under a key of an object; absent if there is none, the last one if there are several.
  package subscript(key: StaticString) -> JSON {
    JSON(source: source, index: source.child(of: index, under: key))
  }

  /// True where the value is missing or `null`, which clients use for the same thing.
  package var isAbsent: Bool { kind == nil || kind == .null }

  /// True only where the value is missing altogether.
  package var isMissing: Bool { kind == nil }

  /// True for `{…}`.
  package var isObject: Bool { kind == .object }

  /// True for `[…]`.
  package var isArray: Bool { kind == .array }

  /// The elements of an array; empty for anything else.
  package var elements: [JSON] {
    var all: [JSON] = []
    if isArray { forEachChild { all.append($0) } }
    return all
  }

  /// The keys and values of an object in the order they were written; empty for anything else.
  package var members: [(key: String, value: JSON)] {
    var all: [(key: String, value: JSON)] = []
    if isObject { forEachChild { all.append((source.string(source.nodes[$0.index].key), $0)) } }
    return all
  }

  /// The value of `true` or `false`; nil for anything else.
  package var bool: Bool? {
    switch kind {
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

  var kind: Kind? { index < 0 ? nil : source.nodes[index].kind }

  /// Calls `body` with each value directly within an array or object.
  func forEachChild<Failure>(_ body: (JSON) throws(Failure) -> Void) throws(Failure) {
    try source.forEachChild(of: index) { (child) throws(Failure) in try body(JSON(source: source, index: child)) }
  }
}

extension JSON {
  enum Kind: UInt8 {
    case null, `true`, `false`, number, string, array, object
  }

  /// Where a value or a key stands in the message, a string without its quotes.
  struct Place {
    let start: UInt32
    var end: UInt32
    /// A string with backslashes.
    let isEscaped: Bool

    init(_ start: Int, _ end: Int, isEscaped: Bool = false) {
      self.start = UInt32(truncatingIfNeeded: start)
      self.end = UInt32(truncatingIfNeeded: end)
      self.isEscaped = isEscaped
    }
  }

  /// A value, and the key before it if it has one.
  struct Node {
    let key: Place
    let kind: Kind
    var place: Place
    /// The index of the node after the last one within it.
    var next: Int32
  }

  /// The message and its values in the order of their first bytes.
  final class Source: Sendable {
    let bytes: [UInt8]
    let nodes: [Node]
    private let longText: LongText?

    init(_ body: Body, nodes: [Node]) {
      bytes = body.bytes
      longText = body.longText
      self.nodes = nodes
    }

    /// The last value with that key directly within an object; -1 where there is none.
    func child(of parent: Int, under key: StaticString) -> Int {
      var found = -1
      guard parent >= 0, nodes[parent].kind == .object else { return found }
      forEachChild(of: parent) { child in
        let place = nodes[child].key
        if !place.isEscaped {
          if bytes.holds(key, from: Int(place.start), to: Int(place.end)) { found = child }
        } else if string(place) == key.description {
          found = child
        }
      }
      return found
    }

    /// Calls `body` with the index of each value directly within an array or object.
    @inline(__always)
    func forEachChild<Failure>(of parent: Int, _ body: (Int) throws(Failure) -> Void) throws(Failure) {
      var at = parent + 1
      while at < nodes[parent].next {
        try body(at)
        at = Int(nodes[at].next)
      }
    }

    /// What stands there as it was written.
    func raw(_ place: Place) -> ArraySlice<UInt8> { bytes[Int(place.start)..<Int(place.end)] }

    /// The text for which an empty string stands there.
    func longText(at place: Place) -> LongText? { longText.flatMap { $0.place == Int(place.start) ? $0 : nil } }

    /// A string's text, with U+FFFD for what is not Unicode.
    func string(_ place: Place) -> String {
      if let long = longText(at: place) { return String(decoding: long.utf8, as: UTF8.self) }
      return String(decoding: place.isEscaped ? unescaped(raw(place))[...] : raw(place), as: UTF8.self)
    }

    /// The child of `parent` that is or holds the node `index`, and how a path names it.
    func child(of parent: Int, holding index: Int) -> (index: Int, step: String)? {
      let isObject = nodes[parent].kind == .object
      var found: (index: Int, step: String)?
      var count = 0
      forEachChild(of: parent) { child in
        if child <= index, index < nodes[child].next {
          found = (child, isObject ? ".\(string(nodes[child].key))" : "[\(count)]")
        }
        count += 1
      }
      return found
    }
  }
}
