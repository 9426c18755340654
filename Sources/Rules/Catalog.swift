/// Every rule, in the order of its code; one line and one file a rule.
package let catalog: [Rule] = [
  dateInvalid
]

extension Rule {
  /// The rule of that code.
  package static func named(_ code: String) -> Rule? { catalog.first { $0.code == code } }
}
