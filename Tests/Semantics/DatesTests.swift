import Semantics
import Testing

@Suite struct DatesTests {
  @Test func daysAndWeekdays() throws {
    let date = try #require(CivilDate("2023-11-29"))
    #expect(date.weekday == .wednesday)
    #expect(date.adding(days: 2)?.description == "2023-12-01")
    #expect(CivilDate("1970-01-01")?.daysSinceEpoch == 0)
    #expect(CivilDate("2024-02-29") != nil)
    #expect(CivilDate("2023-02-29") == nil)
    #expect(CivilDate("1900-02-29") == nil)
    #expect(try date.days(to: #require(CivilDate("2022-11-29"))) == -365)
  }

  @Test func everyDayFollowsTheOneBefore() throws {
    var date = try #require(CivilDate(daysSinceEpoch: -500_001))
    for number in -500_000...(-480_000) {
      let next = try #require(CivilDate(daysSinceEpoch: number))
      guard next > date, next.daysSinceEpoch == number else {
        Issue.record("\(next) does not follow \(date)")
        return
      }
      date = next
    }
  }

  @Test func valuesOfDateLines() throws {
    let partial = try #require(DateValue("2023-11".utf8))
    #expect(partial.isPartial)
    #expect(partial.problem == nil)
    #expect(DateValue("2023-02-30".utf8)?.problem == .day)
    #expect(DateValue("2023-02-30".utf8)?.nearestDate?.description == "2023-02-28")
    #expect(DateValue("2023-13-01".utf8)?.problem == .month)
    #expect(DateValue("2023-11-29T24:10".utf8)?.problem == .time)
    #expect(DateValue("2023-11-29T09:15+02:00".utf8)?.instant == DateValue("2023-11-29T07:15Z".utf8)?.instant)
    for text in ["2023", "2023-1-2", "2023-11-29T", "2023-11-29 ", "2023-11-29T09:15+2", "", "२०२३-११"] {
      #expect(DateValue(text.utf8) == nil)
    }
  }

  @Test func earlierIsSaidOnlyWhenCertain() throws {
    func isBefore(_ left: String, _ right: String) throws -> Bool {
      try #require(DateValue(left.utf8)).isBefore(#require(DateValue(right.utf8)))
    }
    #expect(try isBefore("2023-11-28", "2023-11-29"))
    #expect(try isBefore("2023-11", "2023-12-01"))
    #expect(try !isBefore("2023-11", "2023-11-29"))
    #expect(try !isBefore("2023-11-29", "2023-11-29T09:00Z"))
    #expect(try !isBefore("2023-11-29T23:00-05:00", "2023-11-30T03:00Z"))
    #expect(try isBefore("2023-11-29T09:00", "2023-11-29T10:00"))
  }
}
