import Semantics
import Support
import Syntax
import Testing

/// Who is named and who said it after edits that touch names: as if the article had been read only now.
@Suite struct CastLaws {
  @Test(arguments: 0..<6)
  func editedEqualsFresh(round: Int) {
    var dice = Dice("cast \(round)")
    var article = Article(Self.opening)
    let shared =
      round % 2 == 0 ? [] : Article("person Dagny Okafor, engineer; aka Okafor\norg HWU\n").header.declarations
    var standing: StandingProof?
    var done: [Edit] = []
    for step in 1...90 {
      let edit = Self.edit(of: article.text, &dice)
      article.replace(edit.range, with: edit.words)
      done.append(edit)
      // Facts are asked for between the edits too, as an editor does, so that what is kept is kept across them.
      if dice.once(in: 3) { standing = Proof(article, shared: shared, after: standing).standing }
      guard step % 6 == 0 else { continue }
      if let difference = Self.difference(article, shared, after: &standing) {
        Issue.record("LAWS_SEED=\(Dice.seed), round \(round), step \(step), after \(done.suffix(6)):\n\(difference)")
        return
      }
    }
  }

  /// Many pages, with edits of every kind anywhere, and with what stands kept from the first proof to the last.
  @Test(arguments: 0..<4)
  func aProofThatFollowsEqualsAFreshOneInALongArticle(round: Int) {
    var dice = Dice("long cast \(round)")
    let seeds = round % 2 == 0 ? Seeds.all : Seeds.all.filter { Article($0.text).declarations.isEmpty }
    let all = seeds.flatMap { $0.text.allBytes + Array("\n\n".utf8) } + Array(Self.opening.utf8)
    var article = Article(Text(all + all + all))
    var standing: StandingProof? = Proof(article).standing
    var done: [Edit] = []
    for step in 1...60 {
      for _ in 0..<dice.below(4) {
        let edit = dice.once(in: 2) ? Self.edit(of: article.text, &dice) : Edit.random(in: article.text, &dice)
        article.replace(edit.range, with: edit.words)
        done.append(edit)
      }
      if step % 10 != 0 {
        standing = Proof(article, after: standing).standing
      } else if let difference = Self.difference(article, [], after: &standing) {
        Issue.record("LAWS_SEED=\(Dice.seed), round \(round), step \(step), after \(done.suffix(20)):\n\(difference)")
        return
      }
    }
  }

  /// What is typed into plain words moves the names and changes none; what is typed into a name changes it.
  @Test func aNameIsSpeltAsItStandsNow() throws {
    var article = Article("Ana Ruiz met Peter McHolm.\n\nRuiz left.\n\n“No,” said the mayor, Ana Ruiz.\n")
    var standing: StandingProof?
    for (old, new) in [
      ("met", "meet"), ("McHolm", "MCHolm"), ("MCHolm", "McHolm"), ("mayor", "Mayor"), ("left", "won"), ("Ana", "Ána"),
      ("Ruiz won", "Ruiz  won"), ("Peter McHolm", "Peter\nMcHolm"), ("won", "said “no”"), ("No,", "No."),
      ("Ruiz", "RUIZ"), ("Mayor", "Mayoress"),
    ] {
      let text = String(decoding: article.text.allBytes, as: UTF8.self)
      let place = try #require(text.firstRange(of: old))
      let low = text.utf8.distance(from: text.startIndex, to: place.lowerBound)
      article.replace(low..<low + text[place].utf8.count, with: Array(new.utf8))
      if let difference = Self.difference(article, [], after: &standing) { Issue.record("\(old): \(difference)") }
    }
  }

  /// A name grows under the writer's hands, and is taken back, where others bear its words or nobody does.
  @Test(arguments: ["", "person Ana Ruiz; aka Zorn\n\n", "org Harbour\nperson the Mayor\n\n"])
  func aNameIsTypedLetterByLetter(header: String) throws {
    let copy = """
      Ana Ruiz met | in Port Ellen. Peter McHolm, mayor of |, left early.

      “We waited,” said |. “So did |,” he added. Holm said she had not.

      | came. Then |The river rose, and Mr. | and (|) left. “No,” the Xavier said.
      The Harbour Workers Union wrote to | and (HARU) agreed.

      > Every street will get a pump.
      > — |

      # What | did

      """ + String(repeating: "The rain went on and on.\n\n", count: 80) + "“It was late,” said Zoë Quist.\n"
    for name in ["Xavier", "Ruiz’s", "McHolm", "Ellen", "XYZ", "Zorn", "aQua", "Anna", "Quentin Xu", "Harbour"] {
      for number in 0..<copy.count(where: { $0 == "|" }) {
        let parts = (header + copy).split(separator: "|", omittingEmptySubsequences: false)
        let before = parts[...number].joined()
        var article = Article(before + parts[(number + 1)...].joined())
        var standing: StandingProof? = Proof(article).standing
        var place = before.utf8.count
        for letter in name.utf8 {
          article.replace(place..<place, with: [letter])
          place += 1
          if let difference = Self.difference(article, [], after: &standing) {
            Issue.record("\(name) \(number): \(difference)")
          }
        }
        for _ in name.utf8 {
          place -= 1
          article.replace(place..<place + 1, with: [])
          if let difference = Self.difference(article, [], after: &standing) {
            Issue.record("\(name) \(number): \(difference)")
          }
        }
      }
    }
  }

  /// What is named once stands for itself until it is named again, and does once more when that is taken back.
  @Test func aNameIsTypedTwice() {
    let copy = "Ana Ruiz met them.\n\nThen came  at last.\n\n" + String(repeating: "It rained.\n\n", count: 70)
    var article = Article(copy + "They saw  there.\n")
    var standing: StandingProof? = Proof(article).standing
    let places = [(copy + "They saw ").utf8.count, "Ana Ruiz met them.\n\nThen came ".utf8.count]
    for round in 0..<2 {
      for (place, isTyped) in [(places[0], true), (places[1], true), (places[0] + 6, false), (places[1], false)] {
        for (index, letter) in "Xavier".utf8.enumerated() {
          let range = isTyped ? place + index..<place + index : place + 5 - index..<place + 6 - index
          article.replace(range, with: isTyped ? [letter] : [])
          if let difference = Self.difference(article, [], after: &standing) {
            Issue.record("round \(round), at \(range), typed \(isTyped): \(difference)")
          }
        }
      }
    }
  }

  /// Where the proof that follows differs from one of the article as if it were read only now.
  private static func difference(
    _ article: Article, _ shared: [Declaration], after standing: inout StandingProof?
  ) -> String? {
    let edited = Proof(article, shared: shared, after: standing)
    standing = edited.standing
    return Laws.difference(
      facts(of: edited), facts(of: Proof(Article(Text(article.text.allBytes)), shared: shared)))
  }

  @Test func mentionsStandInOrderAndBelongToOneFigureEach() {
    var dice = Dice("order of the cast")
    var article = Article(Self.opening)
    for _ in 0..<60 {
      let edit = Self.edit(of: article.text, &dice)
      article.replace(edit.range, with: edit.words)
      let cast = Cast(of: article)
      let context = "LAWS_SEED=\(Dice.seed), after \(edit)"
      for (left, right) in zip(cast.mentions, cast.mentions.dropFirst()) {
        #expect(
          left.range.upperBound <= right.range.lowerBound,
          "\(context)"
        )
      }
      var owners = Array(repeating: 0, count: cast.mentions.count)
      for (number, figure) in cast.figures.enumerated() {
        #expect(figure.number == number, "\(context)")
        #expect(!figure.name.isEmpty && Set(figure.otherNames).count == figure.otherNames.count, "\(context)")
        let mentions = figure.mentions.map(Int.init)
        #expect(figure.firstFullMention.map(mentions.contains) ?? mentions.isEmpty, "\(context)")
        for mention in mentions {
          owners[mention] += 1
          #expect(cast.mentions[mention].figure == number, "\(context)")
        }
      }
      #expect(owners.allSatisfy { $0 == 1 }, "\(context)")
    }
  }

  /// A close reading is kept in the article by whoever makes it first; the thread sanitizer looks on.
  @Test func threadsThatReadOneArticleAtOnceReadTheSame() async {
    for seed in Seeds.all {
      let article = Article(seed.text)
      let read = await withTaskGroup(of: [String].self) { group in
        for _ in 0..<4 { group.addTask { Self.facts(of: Proof(article)) } }
        return await group.reduce(into: []) { $0.append($1) }
      }
      let alone = Self.facts(of: Proof(Article(seed.text)))
      #expect(read.count == 4 && read.allSatisfy { $0 == alone }, "\(seed.name)")
    }
  }

  private static let opening = """
    person Ana Ruiz, council leader; aka Ruiz
    headline RUIZ OPENS THE BRIDGE
    date 2023-11-29 Council leader Ana Ruiz met Dagny Okafor of the Harbour Workers Union (HWU) in Port Ellen.

    “We waited,” Ruiz said. “She called Okafor’s plan ‘thin’.”

    Peter Holm and Anna Holm left. Holm said that HWU was “late.” He added: “Nobody came.”

    > Every street will get a pump.
    > -- Dagny Okafor, engineer

    """

  /// An edit that names, declares, shortens or quotes someone, or takes such words away.
  private static func edit(of text: Text, _ dice: inout Dice) -> Edit {
    let low = dice.once(in: 3) ? text.lineStart(dice.below(text.lineCount + 1)) : wordStart(in: text, &dice)
    let range = low..<min(low + (dice.once(in: 3) ? dice.below(dice.once(in: 6) ? 200 : 9) : 0), text.count)
    if !range.isEmpty, dice.once(in: 2) { return Edit(range: range, words: []) }
    return Edit(range: range, words: Array(dice.pick(strokes).utf8))
  }

  private static func wordStart(in text: Text, _ dice: inout Dice) -> Int {
    let place = dice.below(text.count + 1)
    let bytes = text.bytes(in: place..<min(place + 20, text.count))
    return place + (bytes.firstIndex(of: UInt8(ascii: " ")).map { $0 + 1 } ?? 0)
  }

  private static let strokes = [
    "Ana Ruiz ", "Ruiz ", "Ruiz’s ", "Okafor ", "Dagny ", "Holm ", "Anna Holm ", "Peter Holm Jr. ", "HWU ", "HWU’s ",
    "(HWU) ", "the Union ", "Harbour Workers Union ", "Mayor ", "Mr. ", "mayor of ", "of ", "de la ", "bin ", "Kim ",
    "Kim Sang-min ", "South Korea ", "Korea ", "CAIRO — ", "RUIZ ", "Rose ", "Bridges ", "The ", "the ", ", 34, ",
    ", who ", "said ", "he said ", "she said. ", "according to Holm ", "“", "”", "‘", "’", "“No,” ", ",” said Holm. ",
    "\n\n", "\n", ". ", "s", "R", "z", "é", "-",
    "\nperson Anna Holm, lawyer; aka Holm\n", "\norg Harbour Workers Union; aka HWU; aka the union\n",
    "\nplace Port Ellen\n", "\nterm flood wall\n", "\nperson Ruiz\n", "; aka Okafor", "; not Ruis", "person ",
    "\n\n- Ana Ruiz\n\n", "\n-- Peter Holm\n", "\n> ", "\nlang en-GB\n", "\n-30-\n", "🎉", "\0",
  ]

  /// Figures, mentions, links and voices, a line each.
  private static func facts(of proof: Proof) -> [String] {
    var facts = proof.cast.figures.map { "figure \($0)" }
    facts += proof.cast.mentions.map { "mention \(proof.words($0.range)) \($0)" }
    facts += proof.quotations.map { quotation in
      let voice = proof.voice(of: quotation)
      return "quotation \(quotation) voice \(voice?.name ?? "nobody") \(voice?.figure?.number ?? -1)"
    }
    return facts
  }
}
