/// A type that a JSON value can be read as; a value of the wrong shape is an invalid-params error that names its path.
package protocol JSONReadable {
  init(_ json: JSON) throws(ResponseError)
}

/// A type that can write itself as one JSON value.
package protocol JSONWritable {
  func write(to json: inout JSONWriter)
}

/// A type that travels both ways.
package typealias JSONCodable = JSONReadable & JSONWritable

extension JSON {
  /// The value under a key, which must be there.
  package func get<Value: JSONReadable>(_ key: StaticString) throws(ResponseError) -> Value {
    let value = self[key]
    guard !value.isAbsent else {
      let owner = path.isEmpty ? "" : " in \(path)"
      throw ResponseError(.invalidParams, "'\(key)' is missing\(owner)")
    }
    return try Value(value)
  }

  /// The value under a key, or nil where the key is missing or null.
  package func find<Value: JSONReadable>(_ key: StaticString) throws(ResponseError) -> Value? {
    let value = self[key]
    return value.isAbsent ? nil : try Value(value)
  }

  /// The error for a value of the wrong shape.
  package func mismatch(_ wanted: String) -> ResponseError {
    let place = path
    return ResponseError(.invalidParams, "\(place.isEmpty ? "the value" : "'\(place)'") must be \(wanted)")
  }
}

extension JSONWritable {
  /// The value as JSON text.
  package var jsonBytes: [UInt8] {
    var writer = JSONWriter()
    write(to: &writer)
    return writer.bytes
  }
}

extension String: JSONCodable {
  package init(_ json: JSON) throws(ResponseError) {
    guard let string = json.string else { throw json.mismatch("a string") }
    self = string
  }

  package func write(to json: inout JSONWriter) { json.string(self) }
}

extension Int: JSONCodable {
  package init(_ json: JSON) throws(ResponseError) {
    guard let int = json.int else { throw json.mismatch("a number") }
    self = int
  }

  package func write(to json: inout JSONWriter) { json.number(self) }
}

extension Bool: JSONCodable {
  package init(_ json: JSON) throws(ResponseError) {
    guard let bool = json.bool else { throw json.mismatch("true or false") }
    self = bool
  }

  package func write(to json: inout JSONWriter) { json.literal(self ? "true" : "false") }
}

extension Array: JSONReadable where Element: JSONReadable {
  package init(_ json: JSON) throws(ResponseError) {
    guard json.isArray else { throw json.mismatch("an array") }
    self = []
    try json.forEachChild { (child) throws(ResponseError) in append(try Element(child)) }
  }
}

extension Array: JSONWritable where Element: JSONWritable {
  package func write(to json: inout JSONWriter) {
    json.array { json in
      for element in self { element.write(to: &json) }
    }
  }
}

extension Optional: JSONWritable where Wrapped: JSONWritable {
  package func write(to json: inout JSONWriter) {
    if let self { self.write(to: &json) } else { json.literal("null") }
  }
}

extension RawRepresentable where Self: JSONReadable, RawValue: JSONReadable {
  package init(_ json: JSON) throws(ResponseError) {
    guard let value = Self(rawValue: try RawValue(json)) else { throw json.mismatch("a value the protocol names") }
    self = value
  }
}

extension RawRepresentable where Self: JSONWritable, RawValue: JSONWritable {
  package func write(to json: inout JSONWriter) { rawValue.write(to: &json) }
}

/// The result of a request that has nothing to tell, written as `null`.
package struct Null: JSONWritable, Equatable, Sendable {
  package init() {}

  package func write(to json: inout JSONWriter) { json.literal("null") }
}

/// An array whose values have been written before, so that a long one in which few change is not written anew.
package struct WrittenValues: JSONWritable, Equatable, Sendable {
  /// Values with a comma between; an empty run holds none.
  package var runs: [[UInt8]]

  package init(_ runs: [[UInt8]]) { self.runs = runs }

  package func write(to json: inout JSONWriter) {
    json.array { json in
      json.reserve(runs.reduce(0) { $0 + $1.count + 1 } + 16)
      for run in runs where !run.isEmpty { json.written(run[...]) }
    }
  }
}
