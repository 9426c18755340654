import Rules
import Semantics
import Syntax

/// Lets stand what findings mark, each rule once: on this line, in the whole file, or wherever the stylebook counts.
func allowances(of findings: [Finding], in proof: Proof, _ stylebook: Article?) -> [Action] {
  var codes: Set<String> = []
  return findings.filter { codes.insert($0.code).inserted }.flatMap { finding -> [Action] in
    let code = finding.code
    var actions: [Action] = []
    if let here = allowedHere(finding, proof) {
      actions.append(Action("Allow \(code) here", .quickFix, [here], finding: finding))
    }
    let everywhere = allowedInFile(finding, proof)
    actions.append(Action("Allow \(code) in this file", .quickFix, [everywhere], finding: finding))
    if let stylebook {
      let off = stylebook.lastLine("rule \(code) off")
      actions.append(Action("Turn \(code) off in the stylebook", .quickFix, [off], in: .stylebook, finding: finding))
    }
    return actions
  }
}

/// A comment above the line; nil where it would cut a wrapped paragraph, or the line is itself a comment.
private func allowedHere(_ finding: Finding, _ proof: Proof) -> Fix.Edit? {
  let article = proof.article
  guard let line = article.lines(touching: finding.range.lowerBound..<finding.range.lowerBound).first else {
    return nil
  }
  if case .comment = line.form { return nil }
  if line.isWrapped, let unit = line.unit, unit.lowerBound < line.range.lowerBound { return nil }
  let start = max(line.range.lowerBound, article.byteOrderMarkEnd)
  return Fix.Edit(start..<start, "// allow \(finding.code)\(article.lineBreak)")
}

private func allowedInFile(_ finding: Finding, _ proof: Proof) -> Fix.Edit {
  guard let field = proof.header.document(.allow) else {
    return proof.article.headerLine("allow \(finding.code)", proof.header)
  }
  return Fix.Edit(field.valueRange.upperBound..<field.valueRange.upperBound, ", \(finding.code)")
}
