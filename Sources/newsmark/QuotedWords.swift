import Semantics
import Syntax

let diffCommand = Command(
  name: "diff",
  usage: "diff OLD NEW",
  summary: "lists every word that changed inside quotation marks",
  run: diff)

/// Exit code 0 where every quotation of the old article stands unchanged in the new one, 1 where one does not.
private func diff(_ arguments: inout Arguments) throws(UsageError) -> Int32 {
  let paths = try arguments.operands()
  guard paths.count == 2 else { throw UsageError(message: "give two articles, the old one first") }
  var proofs: [Proof] = []
  for path in paths {
    guard let bytes = System.bytes(ofFile: path) else { throw UsageError(message: "cannot read \(path)") }
    proofs.append(Proof(Article(Text(bytes))))
  }
  let (old, new) = (quotedWords(proofs[0]), quotedWords(proofs[1]))
  let changes = new.map(\.words).difference(from: old.map(\.words))
  for change in pairs(changes) {
    if let gone = change.old { System.print("- \(paths[0]):\(old[gone].place): \(old[gone].text)\n") }
    if let come = change.new { System.print("+ \(paths[1]):\(new[come].place): \(new[come].text)\n") }
    if let gone = change.old, let come = change.new {
      System.print("  \(marked(old[gone].words, new[come].words))\n")
    }
  }
  return changes.isEmpty ? 0 : 1
}

private struct Quoted {
  let place: String
  let text: String
  /// Without marks and line breaks, so that only words count.
  let words: [String]
}

private func quotedWords(_ proof: Proof) -> [Quoted] {
  proof.quotations.map { quotation in
    let place = Position(quotation.range.lowerBound, in: proof.article.text)
    let text = quotation.words.map(proof.words).joined(separator: " ")
    let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
    return Quoted(place: "\(place.line):\(place.column)", text: words.joined(separator: " "), words: words)
  }
}

/// Puts a quotation that went beside the one that came in its place.
private func pairs(_ changes: CollectionDifference<[String]>) -> [(old: Int?, new: Int?)] {
  var gone: [(offset: Int, words: [String])] = []
  var come: [(offset: Int, words: [String])] = []
  for change in changes {
    switch change {
    case .remove(let offset, let words, _): gone.append((offset, words))
    case .insert(let offset, let words, _): come.append((offset, words))
    }
  }
  gone.sort { $0.offset < $1.offset }
  come.sort { $0.offset < $1.offset }
  var found: [(old: Int?, new: Int?)] = []
  for quotation in gone {
    // The likest of those that came, if half of its words are the same.
    let likest = come.indices.max { shared(come[$0].words, quotation.words) < shared(come[$1].words, quotation.words) }
    if let likest, shared(come[likest].words, quotation.words) * 2 >= quotation.words.count {
      found.append((quotation.offset, come.remove(at: likest).offset))
    } else {
      found.append((quotation.offset, nil))
    }
  }
  return found + come.map { (nil, $0.offset) }
}

private func shared(_ left: [String], _ right: [String]) -> Int { Set(left).intersection(right).count }

/// The new words, with those that went as `[-so-]` and those that came as `{+so+}`.
private func marked(_ old: [String], _ new: [String]) -> String {
  let changes = new.difference(from: old)
  let removed = Dictionary(changes.removals.compactMap(step), uniquingKeysWith: { first, _ in first })
  let inserted = Dictionary(changes.insertions.compactMap(step), uniquingKeysWith: { first, _ in first })
  var words: [String] = []
  var (before, after) = (0, 0)
  while before < old.count || after < new.count {
    if let gone = removed[before], before < old.count {
      words.append("[-\(gone)-]")
      before += 1
    } else if let come = inserted[after] {
      words.append("{+\(come)+}")
      after += 1
    } else if after < new.count {
      words.append(new[after])
      before += 1
      after += 1
    } else {
      break
    }
  }
  return words.joined(separator: " ")
}

private func step(_ change: CollectionDifference<String>.Change) -> (Int, String)? {
  switch change {
  case .remove(let offset, let word, _), .insert(let offset, let word, _): (offset, word)
  }
}
