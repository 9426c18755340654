import Semantics
import Syntax

/// The place of one page in a checker: its notes, and what counts of them in the article as it stands.
struct Slot: Sendable {
  let notes: PageNotes
  /// The notes' own, told here as every keystroke asks each slot.
  fileprivate let page: Page
  let marks: MarkCount
  let hasWeekdays: Bool
  /// Whether the page goes on with a quotation that was left open before it.
  fileprivate let goesOn: Bool?
  private let isGated: Bool
  private let isPending: Bool
  /// What `own` was counted with; nil before the first time.
  private var counted: (withGated: Bool, goesOn: Bool)?
  /// What rules say of its passages, in order and counted from its start.
  private(set) var own: [Finding] = []
  /// What they mark where the next page begins.
  private(set) var strays: [Finding] = []
  /// How many of `own` are of rules that speak once a file.
  private(set) var limitedCount = 0
  /// What rules for the whole article mark on the page, counted from its start.
  fileprivate var added: [Finding] = []
  /// The page's galley holds `own` and `added` and nothing else.
  fileprivate var isLaid = false

  init(_ notes: PageNotes, singles: Bool) {
    self.notes = notes
    page = notes.page
    marks = notes.facts.marks
    hasWeekdays = !notes.facts.weekdays.isEmpty
    goesOn = page.summary.goesOn(singles: singles)
    isGated = notes.isGated
    isPending = notes.isPending
  }

  fileprivate func holds(_ added: ArraySlice<Finding>, from start: Int) -> Bool {
    guard added.count == self.added.count else { return false }
    for (index, place) in zip(added.indices, self.added.indices) {
      if !added[index].isSame(as: self.added[place], movedBy: start) { return false }
    }
    return true
  }

  /// What was counted last counts with these answers too.
  fileprivate func isCounted(withGated: Bool, goesOn: Bool) -> Bool {
    guard let counted else { return false }
    return (!isGated || counted.withGated == withGated) && (!isPending || counted.goesOn == goesOn)
  }

  fileprivate mutating func count(withGated: Bool, goesOn: Bool, singles: Bool) {
    counted = (withGated, goesOn)
    own = notes.counted(withGated: withGated, goesOn: goesOn, singles: singles)
    let end = own.partitioningIndex { $0.range.lowerBound >= page.byteCount }
    strays = Array(own[end...])
    own.removeSubrange(end...)
    limitedCount = own.count(where: \.isLimited)
    isLaid = false
  }
}

extension Checker {
  /// From this many new pages on they are looked at side by side.
  private static let many = 6

  /// Keeps the slots of the pages that stand and makes those of the others; where other names are declared than before, every
  /// passage has to be looked at again.
  mutating func refresh(
    for article: Article, _ settings: Settings, _ declared: DeclaredNames, areNew: Bool, by hands: Hands
  ) {
    if settings != rules.settings || article.readsSingleMarks != rules.readsSingleMarks {
      rules = ActiveRules(settings, readsSingleMarks: article.readsSingleMarks)
      slots.removeAll()
      standing.removeAll()
    }
    if slots.isEmpty { galleys.removeAll() }
    let pages = article.passages.pages
    let (head, tail) = sameEnds(of: slots.count, and: pages.count) {
      !areNew && slots[$0].page === pages[$1]
    }
    let (old, new) = (head..<slots.count - tail, head..<pages.count - tail)
    if old.isEmpty, new.isEmpty { return }
    let starts = article.passages.passageStarts
    let kept = Kept(slots[old], count: starts[new.upperBound] - starts[head])
    if old.count == 1, new.count == 1 {
      let notes = kept.notes(of: head, in: article, from: head, rules, declared, areNew)
      replaced = slots[head].notes
      slots[head] = Slot(notes, singles: rules.readsSingleMarks)
      galleys[head] = .empty
      return
    }
    let (known, rules) = (Array(zip(slots[old], galleys[old])), rules)
    // Few pages are not worth the trouble of several hands.
    let fresh = (new.count < Checker.many ? .one : hands).map(new.count) { number in
      // Between two edits that are far apart there are pages that stand.
      let places = areNew ? [] : [number, number + old.count - new.count]
      for place in places where known.indices.contains(place) && known[place].0.page === pages[head + number] {
        return known[place]
      }
      let notes = kept.notes(of: head + number, in: article, from: head, rules, declared, areNew)
      return (Slot(notes, singles: rules.readsSingleMarks), Galley.empty)
    }
    slots.replaceSubrange(old, with: fresh.lazy.map(\.0))
    galleys.replaceSubrange(old, with: fresh.lazy.map(\.1))
  }

  /// Counts what rules for passages say where something it depends on has changed, and returns what they mark where another
  /// page than theirs begins, counted from the start of the article.
  mutating func count(_ article: Article, withGated: Bool) -> [Finding] {
    var strays: [Finding] = []
    var goesOn = false
    for index in slots.indices.reversed() {
      if !slots[index].isCounted(withGated: withGated, goesOn: goesOn) {
        slots[index].count(withGated: withGated, goesOn: goesOn, singles: article.readsSingleMarks)
      }
      if !slots[index].strays.isEmpty {
        let start = article.passages.byteStarts[index]
        strays += slots[index].strays.lazy.map { $0.shifted(by: start) }
      }
      goesOn = slots[index].goesOn ?? goesOn
    }
    return strays
  }

  /// Lays what rules mark in the article, in order, on the pages beside what they say of the pages' passages.
  mutating func lay(_ few: [Finding], on article: Article, _ proof: inout ArticleProof) {
    let starts = article.passages.byteStarts
    var limitedCount = few.count(where: \.isLimited)
    for index in slots.indices { limitedCount += slots[index].limitedCount }
    if proof.silencers.isEmpty, limitedCount < 2, !slots.isEmpty {
      eachPage(slots.count, of: starts, few) { index, added in
        let isBare = added.isEmpty && slots[index].added.isEmpty
        if slots[index].isLaid, isBare || slots[index].holds(added, from: starts[index]) { return }
        slots[index].added = added.map { $0.shifted(by: -starts[index]) }
        slots[index].isLaid = true
        put(inOrder(slots[index].own, slots[index].added), on: index)
      }
    } else {
      var all = few
      for (slot, start) in zip(slots, starts) { all += slot.own.lazy.map { $0.shifted(by: start) } }
      let found = settle(all.sorted(by: Finding.isBefore), &proof)
      if slots.isEmpty {
        galleys = found.isEmpty ? [] : [Galley(found, length: 0)]
        return
      }
      eachPage(slots.count, of: starts, found) { index, found in
        slots[index].isLaid = false
        put(found.map { $0.shifted(by: -starts[index]) }, on: index)
      }
    }
  }

  /// Keeps a galley that says the same, as it may have been shown already.
  private mutating func put(_ findings: [Finding], on index: Int) {
    if galleys[index].findings == findings { return }
    galleys[index] = findings.isEmpty ? .empty : Galley(findings, length: slots[index].page.byteCount)
  }

  /// Takes out what is silenced and what would repeat; `findings` are in order.
  private func settle(_ findings: [Finding], _ proof: inout ArticleProof) -> [Finding] {
    guard !proof.silencers.isEmpty else { return limited(findings) }
    var silenced = Silenced(proof.silencers)
    var kept = findings.filter { !silenced.takes($0) }
    let known = proof.findings.count
    for rule in rules.ofSilencers { proof.run(rule.marker) { rule.check(&$0, silenced) } }
    kept += proof.findings[known...].filter { !silenced.takes($0) }
    kept.sort(by: Finding.isBefore)
    return limited(kept)
  }
}

/// Hands the findings of each page to `body`; `found` are in order.
private func eachPage(_ count: Int, of starts: [Int], _ found: [Finding], _ body: (Int, ArraySlice<Finding>) -> Void) {
  var next = 0
  for index in 0..<count {
    let first = next
    // What stands at the very end is the last page's.
    let isLast = index + 1 == count
    while next < found.count, isLast || found[next].range.lowerBound < starts[index + 1] { next += 1 }
    body(index, found[first..<next])
  }
}

/// The notes of passages whose pages are gone: most passages of an edited page stand, as many from its start or from its end.
private struct Kept: Sendable {
  private var passages: [Passage] = []
  private var notes: [PassageNotes?] = []
  /// How many passages stand in their place.
  private let count: Int

  init(_ gone: ArraySlice<Slot>, count: Int) {
    self.count = count
    if let only = gone.first, gone.count == 1 {
      (passages, notes) = (only.page.passages, only.notes.passages)
      return
    }
    for slot in gone {
      passages += slot.page.passages
      notes += slot.notes.passages
    }
  }

  /// The notes of a page of the article; `first` is the page that begins where the first of these passages did.
  func notes(
    of index: Int, in article: Article, from first: Int, _ rules: ActiveRules, _ declared: DeclaredNames, _ areNew: Bool
  ) -> PageNotes {
    let passages = article.passages
    let page = passages.pages[index]
    let before = passages.passageStarts[index] - passages.passageStarts[first]
    var found: [PassageNotes?] = []
    found.reserveCapacity(page.passages.count)
    for number in page.passages.indices {
      let place = place(of: page.passages[number], number: before + number)
      if let place, !areNew {
        found.append(notes[place])
        continue
      }
      let passage = page.passages[number]
      let start = passages.byteStarts[index] + page.byteStarts[number]
      if let place {
        found.append(PassageNotes(notes[place], of: passage, at: start, of: article.text, rules, declared))
      } else {
        found.append(PassageNotes.notes(of: passage, at: start, of: article.text, rules, declared))
      }
    }
    return PageNotes(page, found)
  }

  /// Which of them a passage is that now stands at `number`; nil where it is none.
  private func place(of passage: Passage, number: Int) -> Int? {
    if number < passages.count, passages[number] === passage { return number }
    let fromEnd = passages.count - count + number
    return passages.indices.contains(fromEnd) && passages[fromEnd] === passage ? fromEnd : nil
  }
}
