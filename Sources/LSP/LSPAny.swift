/// A small JSON value that outlives its message, for the fields that the protocol leaves open: `data`, `arguments`.
package indirect enum LSPAny: Equatable, Sendable {
  case null
  case bool(Bool)
  case int(Int)
  /// A number that is not whole, as it was written.
  case decimal(String)
  case string(String)
  case array([LSPAny])
  case object([Member])

  /// One key of an object; keys keep their order.
  package struct Member: Equatable, Sendable {
    package var key: String
    package var value: LSPAny

    package init(_ key: String, _ value: LSPAny) {
      self.key = key
      self.value = value
    }
  }

  /// The value under a key of an object; nil where there is none.
  package subscript(key: String) -> LSPAny? {
    guard case .object(let members) = self else { return nil }
    return members.last { $0.key == key }?.value
  }

  /// The text of a string; nil for anything else.
  package var string: String? {
    if case .string(let string) = self { string } else { nil }
  }

  /// The value of a whole number; nil for anything else.
  package var int: Int? {
    if case .int(let int) = self { int } else { nil }
  }
}

extension LSPAny: JSONCodable {
  package init(_ json: JSON) {
    if json.isAbsent {
      self = .null
    } else if let bool = json.bool {
      self = .bool(bool)
    } else if let string = json.string {
      self = .string(string)
    } else if let text = json.numberText {
      self = Int(text).map(LSPAny.int) ?? (Double(text)?.isFinite == true ? .decimal(text) : .null)
    } else if json.isArray {
      self = .array(json.elements.map { LSPAny($0) })
    } else {
      self = .object(json.members.map { Member($0.key, LSPAny($0.value)) })
    }
  }

  package func write(to json: inout JSONWriter) {
    switch self {
    case .null: json.literal("null")
    case .bool(let bool): bool.write(to: &json)
    case .int(let int): int.write(to: &json)
    case .decimal(let text): json.literal(text)
    case .string(let string): json.string(string)
    case .array(let elements): elements.write(to: &json)
    case .object(let members):
      json.object { json in
        for member in members {
          json.key(member.key)
          member.value.write(to: &json)
        }
      }
    }
  }
}

extension LSPAny: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral {
  package init(stringLiteral value: String) { self = .string(value) }

  package init(integerLiteral value: Int) { self = .int(value) }

  package init(booleanLiteral value: Bool) { self = .bool(value) }
}

extension LSPAny: ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral {
  package init(arrayLiteral elements: LSPAny...) { self = .array(elements) }

  package init(dictionaryLiteral elements: (String, LSPAny)...) {
    self = .object(elements.map { Member($0.0, $0.1) })
  }
}
