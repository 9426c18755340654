/// Which figures of a cast speak.
extension Cast {
  /// How many bytes before a pronoun the person may be named whom it stands for.
  static let pronounReach = 1500

  /// The number of the figure whose words a quotation is, -1 where it is none of the cast.
  func speaker(in quotation: Quotation, of article: Article) -> Int32 {
    guard let attribution = quotation.attribution else { return -1 }
    let speaker = attribution.speaker
    let figure =
      number(ofSpeakerIn: attribution)
      ?? (speaker.isName ? figure(named: article.text.string(in: speaker.mention))?.number : nil)
    return figure.map { Int32(clamping: $0) } ?? -1
  }

  /// The figure whose words an attribution introduces; a pronoun is that of the person last spoken of.
  package func speaker(of attribution: Attribution) -> Figure? {
    number(ofSpeakerIn: attribution).map { figures[$0] }
  }

  private func number(ofSpeakerIn attribution: Attribution) -> Int? {
    let speaker = attribution.speaker
    switch speaker.form {
    case .name: return named(in: speaker.mention)
    case .pronoun: return speaker.gender.flatMap { person($0, before: speaker.mention.lowerBound) }
    case .description: return described(by: speaker.mention)
    case .several: return nil
    }
  }

  /// The last person that the words name, else whatever they name last.
  private func named(in range: Range<Int>) -> Int? {
    let found = mentions(touching: range)
    let person = found.last { figures[$0.figure].kind == .person && !$0.isPossessive }
    return (person ?? found.last)?.figure
  }

  /// `the council` may be declared as another name of a figure; other descriptions stay descriptions.
  private func described(by range: Range<Int>) -> Int? {
    guard let last = mentions(touching: range).last, last.range.upperBound == range.upperBound, !last.isPossessive
    else {
      return nil
    }
    return last.figure
  }

  private func mentions(touching range: Range<Int>) -> ArraySlice<Mention> {
    let first = index(notBefore: range.lowerBound)
    let low = first > 0 && mentions[first - 1].range.upperBound > range.lowerBound ? first - 1 : first
    var high = first
    while high < mentions.count, mentions[high].range.lowerBound < range.upperBound { high += 1 }
    return mentions[low..<high]
  }

  /// The person a pronoun stands for: near, outside quotations, and not known to be of the other sex.
  private func person(_ gender: Gender, before offset: Int) -> Int? {
    var best: (score: Int, figure: Int)?
    var index = index(notBefore: offset) - 1
    var steps = 0
    while index >= 0, steps < 40, offset - mentions[index].range.upperBound < Cast.pronounReach {
      let mention = mentions[index]
      index -= 1
      steps += 1
      let figure = figures[mention.figure]
      guard mention.setting == .body, figure.kind == .person || figure.kind == .unknown else { continue }
      let known = Gender(of: figure.name)
      guard known == nil || known == gender else { continue }
      var score = mention.range.upperBound - offset
      if mention.isQuoted { score -= 600 }
      if mention.isPossessive { score -= 60 }
      if known == gender { score += 150 }
      if figure.kind == .unknown { score -= 300 }
      if best.map({ score > $0.score }) ?? true { best = (score, mention.figure) }
    }
    return best?.figure
  }

  private func index(notBefore offset: Int) -> Int {
    mentions.partitioningIndex { $0.range.lowerBound >= offset }
  }
}

/// What `he` and `she` tell of a person.
package enum Gender: Equatable, Sendable {
  case masculine, feminine

  /// By the given name with which a name begins; nil where that leaves it open.
  init?(of name: String) {
    var key = Fingerprint()
    for byte in name.utf8.prefix(while: { $0 != 0x20 }) { key.add(lowered(byte)) }
    guard let gender = genders[key.value] else { return nil }
    self = gender
  }
}

private let genders: [UInt64: Gender] = {
  var genders: [UInt64: Gender] = [:]
  for (names, gender) in [(mensNames, Gender.masculine), (womensNames, .feminine)] {
    names.withUTF8Buffer { buffer in
      for name in buffer.split(separator: 0x20) {
        var key = Fingerprint()
        for byte in name { key.add(byte) }
        genders[key.value] = gender
      }
    }
  }
  return genders
}()
