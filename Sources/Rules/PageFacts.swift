import Semantics
import Syntax

/// What rules for whole articles need of the copy, gathered page by page so that an edit gathers one page anew.
struct PageFacts: Sendable {
  private(set) var marks = MarkCount()
  /// Dates with a day of the week.
  private(set) var weekdays: [PlacedDate] = []

  /// Adds the quotations of one page.
  mutating func add(_ page: CopySummary) { marks = marks + MarkCount(page) }

  /// Adds the dates of one passage.
  mutating func add(_ dates: [DateMention]) {
    for mention in dates where mention.weekday != nil { weekdays.append(PlacedDate(base: 0, mention: mention)) }
  }

  /// Adds a passage or a page that starts `base` bytes after what these are the facts of.
  mutating func add(_ facts: PageFacts, at base: Int) {
    marks = marks + facts.marks
    for date in facts.weekdays { weekdays.append(PlacedDate(base: date.base + base, mention: date.mention)) }
  }

  /// The same of a page in its slot.
  mutating func add(_ slot: Slot, at base: Int) {
    if slot.hasWeekdays { return add(slot.notes.facts, at: base) }
    marks = marks + slot.marks
  }
}

/// A date and where its passage starts.
struct PlacedDate: Sendable {
  let base: Int
  let mention: DateMention
}

/// How many quotations have which kind of double marks.
struct MarkCount: Sendable {
  private var curly = 0
  private var straight = 0

  init() {}

  init(_ page: CopySummary) {
    curly = page.curlyCount
    straight = page.straightCount
  }

  var areMostlyCurly: Bool { curly > straight }

  static func + (left: MarkCount, right: MarkCount) -> MarkCount {
    var sum = left
    sum.curly += right.curly
    sum.straight += right.straight
    return sum
  }
}
