import Rules
import Semantics
import Syntax

/// Lets stand what findings mark, each rule once: on this line, or in the whole file.
func allowances(of findings: [Finding], in proof: Proof) -> [Action] {
  var codes: Set<String> = []
  let distinct = findings.filter { codes.insert($0.code).inserted }
  return distinct.flatMap { finding in
    let here = allowedHere(finding, proof).map {
      Action("Allow \(finding.code) here", .quickFix, [$0], finding: finding)
    }
    let everywhere = Action(
      "Allow \(finding.code) in this file", .quickFix, [allowedInFile(finding, proof)], finding: finding)
    return (here.map { [$0] } ?? []) + [everywhere]
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
