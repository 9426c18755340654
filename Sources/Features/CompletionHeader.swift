import Rules
import Semantics
import Syntax

/// Keys, date lines and declarations at the start of a line that may become one.
func keySuggestions(_ caret: Caret, _ proof: Proof) -> [Suggestion]? {
  guard caret.isBlockStart, !caret.state.isAfterEnd, caret.before.utf8.allSatisfy(isKeyByte),
    caret.after.allSatisfy(\.isWhitespace)
  else { return nil }
  // After the header a word in lower case is most often the start of a sentence: wait for two letters.
  guard caret.state.headerIsOpen || caret.before.utf8.count >= 2 else { return nil }
  let used = Set(proof.header.fields.map(\.key))
  let range = caret.lineStart..<caret.offset
  var guides = [FieldGuide.date]
  guides += Key.allCases.filter { key in
    guard key != .custom, caret.state.headerIsOpen || key.mayComeLate else { return false }
    return key.mayRepeat || !used.contains(key) || !caret.state.isFirstZone
  }.map(FieldGuide.init)
  guides += EntityKind.allCases.map(FieldGuide.init)
  let suggestions = guides.filter { $0.key.hasPrefix(caret.before) }.map { guide in
    Suggestion(
      guide.key, .key, detail: guide.shape, range: range, insertion: guide.key + " ", snippet: guide.snippet)
  }
  return suggestions.isEmpty ? nil : suggestions
}

/// Values after a key: days after a date key, the closed sets, rule codes, the parts of a declaration.
func valueSuggestions(_ caret: Caret, _ proof: Proof, _ today: CivilDate?) -> [Suggestion]? {
  // A line that begins with a capital, as most do, has no key.
  guard caret.isBlockStart, !caret.state.isAfterEnd, let first = caret.before.utf8.first,
    isKeyByte(first) || first == UInt8(ascii: ":"), let blank = caret.before.firstIndex(of: " ")
  else { return nil }
  let key = caret.before[..<blank].drop { $0 == ":" }
  let word = key.last == ":" ? String(key.dropLast()) : String(key)
  if EntityKind(rawValue: word) != nil { return attributeSuggestions(caret) }
  let typed = String(caret.before[blank...].drop { $0 == " " })
  let isDate = word == "date" || word == "updated" || word == "embargo"
  guard isDate || caret.state.headerIsOpen || word == Key.allow.rawValue else { return nil }
  guard !typed.contains(" ") || word == "allow" else { return nil }
  if isDate { return today.map { dateSuggestions(typed, caret, $0) } }
  let range = caret.range(of: typed)
  let values: [(String, String)] =
    switch Key(rawValue: word) {
    case .type: ["article", "live", "opinion", "analysis", "review"].map { ($0, "kind of article") }
    case .status: ["draft", "ready", "published", "withheld", "killed"].map { ($0, "how far it has come") }
    case .lang: languages
    default: []
    }
  let fitting = values.filter { $0.0.lowercased().hasPrefix(typed.lowercased()) }
  return fitting.isEmpty ? nil : fitting.map { Suggestion($0.0, .value, detail: $0.1, range: range) }
}

private let languages = [
  ("en", "English"), ("en-GB", "British English: single quotation marks"), ("en-US", "American English"),
  ("de", "German"), ("fr", "French"), ("es", "Spanish"), ("it", "Italian"), ("nl", "Dutch"), ("pl", "Polish"),
  ("pt", "Portuguese"), ("sv", "Swedish"), ("uk", "Ukrainian"),
]

/// Today, yesterday and the week ahead, as ISO dates that also answer to the day's name.
private func dateSuggestions(_ typed: String, _ caret: Caret, _ today: CivilDate) -> [Suggestion] {
  let range = caret.range(of: typed)
  return [0, -1, 1, 2, 3, 4, 5, 6, 7].compactMap { days in
    guard let date = today.adding(days: days) else { return nil }
    let day = date.weekday.name
    let name = days == 0 ? "today, \(day)" : days == -1 ? "yesterday, \(day)" : days == 1 ? "tomorrow, \(day)" : day
    let iso = date.description
    let matches = iso.hasPrefix(typed) || name.lowercased().holds(typed.lowercased())
    let filter = iso.hasPrefix(typed) ? iso : TypedWords(typed).tail(of: name)
    return matches ? Suggestion(iso, .date, detail: name, range: range, filter: filter) : nil
  }
}

/// `aka`, `not` and the others after a semicolon.
private func attributeSuggestions(_ caret: Caret) -> [Suggestion]? {
  guard let semicolon = caret.before.lastIndex(of: ";") else { return nil }
  let typed = String(caret.before[caret.before.index(after: semicolon)...].drop { $0 == " " })
  let range = caret.range(of: typed)
  let fitting = attributes.filter { $0.0.hasPrefix(typed) }
  return fitting.isEmpty ? nil : fitting.map { Suggestion($0.0, .key, detail: $0.1, range: range, insertion: $0.2) }
}

private let attributes = [
  ("aka", "another name for the same", "aka "), ("not", "a spelling that is wrong", "not "),
  ("id", "an identifier or address", "id "), ("note", "a word to the desk", "note "),
  ("withhold", "must not appear in print", "withhold"),
]

private func isKeyByte(_ byte: UInt8) -> Bool { byte >= 0x61 && byte <= 0x7A || byte == 0x2D }

extension Key {
  fileprivate var mayRepeat: Bool {
    switch self {
    case .by, .keywords, .source, .allow, .correction, .note, .custom: true
    default: false
    }
  }
}
