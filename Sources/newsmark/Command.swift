import Semantics

/// One word after `newsmark`.
struct Command: Sendable {
  let name: String
  /// The name and its arguments, as `--help` shows them.
  let usage: String
  /// One line without a full stop.
  let summary: String
  /// What its own `--help` adds, one indented line an option.
  var options = ""
  /// The exit code.
  let run: @Sendable (inout Arguments) throws(UsageError) -> Int32
}

/// Arguments that make no sense, in words that say what to do.
struct UsageError: Error {
  let message: String
}

/// The arguments of one command, taken out one by one so that what is left over can be refused.
struct Arguments {
  private var list: [String]

  init(_ list: some Sequence<String>) { self.list = Array(list) }

  /// True where the flag was there.
  mutating func takeFlag(_ name: String) -> Bool {
    let count = list.count
    list.removeAll { $0 == name }
    return list.count < count
  }

  /// The word after the option, or after `=`; nil where the option is not there.
  mutating func takeValue(_ name: String) throws(UsageError) -> String? {
    if let index = list.firstIndex(where: { $0.hasPrefix(name + "=") }) {
      return String(list.remove(at: index).dropFirst(name.count + 1))
    }
    guard let index = list.firstIndex(of: name) else { return nil }
    list.remove(at: index)
    guard index < list.count, !list[index].hasPrefix("-") else {
      throw UsageError(message: "\(name) needs a value after it")
    }
    return list.remove(at: index)
  }

  /// The day of `--today`, or the local one.
  mutating func takeToday() throws(UsageError) -> CivilDate? {
    guard let text = try takeValue("--today") else { return nil }
    guard let day = CivilDate(text) else {
      throw UsageError(message: "--today needs a day such as 2026-01-31, not \(text)")
    }
    return day
  }

  /// What is left; an option among it is unknown.
  func operands() throws(UsageError) -> [String] {
    if let option = list.first(where: { $0.hasPrefix("-") && $0 != "-" }) {
      throw UsageError(message: "there is no option \(option)")
    }
    return list
  }
}
