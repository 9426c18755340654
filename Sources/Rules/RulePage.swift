import Semantics

extension Rule {
  /// The page of a rule in Markdown: what, why, and its examples.
  package var page: String {
    var page = "## \(code)\n\n\(summary)\n\n\(why)\n\n\(severityLine)\n\n"
    for (name, parameter) in parameters.sorted(by: { $0.key < $1.key }) {
      page += "`set \(code) \(name)` in a stylebook: \(parameter.said).\n\n"
    }
    page += "Marked:\n\n" + reported.map(Rule.block).joined(separator: "\n") + "\n"
    page += "Left alone:\n\n" + silent.filter { !$0.isEmpty }.map(Rule.block).joined(separator: "\n")
    return page
  }

  /// One line for a list of rules.
  package var line: String {
    let padding = String(repeating: " ", count: max(34 - code.count, 1))
    return code + padding + (severity?.name ?? "off").padded(to: 13) + summary
  }

  /// All pages as one document.
  package static var document: String {
    """
    # The rules

    What a copy editor would mark, rule by rule. `newsmark explain CODE` prints one page of this document, which is
    written by `UPDATE=1 swift test` from the rules themselves.


    """ + catalog.map(\.page).joined(separator: "\n")
  }

  private var severityLine: String {
    var words = severity.map { "Severity: \($0.name)" } ?? "Off unless asked for"
    if let publishSeverity { words += ", \(publishSeverity.name) with `profile publish`" }
    return words + "."
      + {
        switch fix {
        case .safe: " Its fix is safe and part of fix-all, unless the finding leaves a choice."
        case .quick: " It offers fixes to choose from."
        case .none: ""
        }
      }()
  }

  private static func block(_ example: String) -> String {
    "```\n\(example)\(example.hasSuffix("\n") ? "" : "\n")```\n"
  }
}

extension String {
  fileprivate func padded(to width: Int) -> String { self + String(repeating: " ", count: max(width - count, 1)) }
}
