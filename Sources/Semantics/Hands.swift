/// Who does work that falls into parts which need nothing of each other: one hand part by part, or several side by side.
///
/// What comes out is the same, so that nothing but a clock can tell.
package struct Hands: Sendable {
  /// Does the part of each number below `count`, each once, and returns when all are done and nobody holds `part` any more.
  package typealias Each = @Sendable (_ count: Int, _ part: @escaping @Sendable (Int) -> Void) -> Void

  package static let one = Hands { count, part in
    for index in 0..<count { part(index) }
  }

  private let each: Each

  package init(each: @escaping Each) { self.each = each }

  /// What the parts bring, in order.
  package func map<Result: Sendable>(_ count: Int, _ part: @escaping @Sendable (Int) -> Result) -> [Result] {
    // One part is nearly every article's; to map a range makes types.
    if count < 2 { return count == 1 ? [part(0)] : [] }
    return Array(unsafeUninitializedCapacity: count) { results, made in
      // Every part has a place of its own.
      nonisolated(unsafe) let results = results
      each(count) { results.initializeElement(at: $0, to: part($0)) }
      made = count
    }
  }
}
