import Rules
import Semantics
import Syntax

/// What a stylebook can say, word by word; and the codes of rules after `allow`, in an article too.
func settingSuggestions(_ caret: Caret, _ proof: Proof) -> [Suggestion]? {
  // Nothing is gained by a look at the words of a paragraph.
  let mayAllow = ["//", Key.allow.rawValue].contains { caret.before.utf8.starts(with: $0.utf8) }
  guard mayAllow || proof.article.isStylebook, caret.isBlockStart, !caret.state.isAfterEnd,
    caret.after.allSatisfy(\.isWhitespace)
  else { return nil }
  var words = caret.before.split(separator: " ").map(String.init)
  let typed = caret.before.last == " " ? "" : words.popLast() ?? ""
  let offered: [(word: String, note: String)]
  if words.drop(while: { $0 == "//" }).first == Key.allow.rawValue {
    offered = codes
  } else if proof.article.isStylebook, let settings = settings(after: words) {
    offered = settings
  } else {
    return nil
  }
  let range = caret.offset - typed.utf8.count..<caret.offset
  let fitting = offered.filter { $0.word.hasPrefix(typed) || $0.word.holds("/\(typed)") && !typed.isEmpty }
  // An empty list keeps the keys of an article out of a stylebook.
  return fitting.map { word, note in
    let filter = word.hasPrefix(typed) ? word : String(word.drop { $0 != "/" }.dropFirst())
    return Suggestion(word, words.isEmpty ? .key : .value, detail: note, range: range, filter: filter)
  }
}

/// The codes of all rules, each with what it marks, and their groups.
private let codes: [(word: String, note: String)] = {
  var found: [(word: String, note: String)] = []
  for rule in catalog {
    if found.last.map({ !$0.word.hasPrefix(rule.group + "/") }) ?? true {
      found.append(("\(rule.group)/*", "every rule of this group"))
    }
    found.append((rule.code, rule.summary))
  }
  return found
}()

/// Nil for a line that sets nothing.
private func settings(after words: [String]) -> [(word: String, note: String)]? {
  guard let first = words.first else {
    let keys = SettingKey.allCases.map { ($0.rawValue, purpose(of: $0)) }
    return keys + EntityKind.allCases.map { ($0.rawValue, FieldGuide($0).purpose) }
  }
  guard let key = SettingKey(rawValue: first) else { return nil }
  switch (key, words.count) {
  case (.rule, 1): return codes
  case (.rule, 2): return (["off"] + Severity.allCases.map(\.name)).map { ($0, "") }
  case (.set, 1): return catalog.filter { !$0.parameters.isEmpty }.map { ($0.code, $0.summary) }
  case (.set, 2):
    return (Rule.named(words[1])?.parameters ?? [:]).sorted { $0.key < $1.key }.map { ($0.key, $0.value.said) }
  case (.set, 3): return (Rule.named(words[1])?.parameters[words[2]]?.choices ?? []).map { ($0, "") }
  case (.pack, _): return Settings.Pack.allCases.map { ($0.rawValue, "house style") }
  case (.profile, 1): return Settings.Profile.allCases.map { ($0.rawValue, "how strict the rules are") }
  case (.show, 1): return [("speakers", "who says a quotation, beside it")]
  case (.show, 2): return [("on", ""), ("off", "")]
  default: return []
  }
}

private func purpose(of key: SettingKey) -> String {
  switch key {
  case .rule: "rule CODE off, error, warning, information or hint"
  case .set: "set CODE NAME VALUE: what a rule measures by"
  case .pack: "a house style: ap, reuters or uk"
  case .profile: "draft, or publish for what must not be missing in print"
  case .show: "show speakers on: who says a quotation, beside it"
  }
}
