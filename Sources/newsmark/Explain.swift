import Rules

let explainCommand = Command(
  name: "explain", usage: "explain [CODE]", summary: "says what a rule marks and why; without a code lists the rules",
  run: explain)

private func explain(_ arguments: inout Arguments) throws(UsageError) -> Int32 {
  let codes = try arguments.operands()
  if codes.isEmpty {
    System.print(catalog.map { $0.line + "\n" }.joined())
    return 0
  }
  for code in codes {
    guard let rule = Rule.named(code) else {
      throw UsageError(message: "there is no rule \(code); newsmark explain lists them")
    }
    System.print(rule.page)
  }
  return 0
}
