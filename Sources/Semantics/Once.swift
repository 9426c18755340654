import Synchronization

/// Keeps a value from the first question on; of two that are made at once the first one stored stays.
///
/// Not `AtomicLazyReference`: that asks the runtime for its type at every look, 600 instructions instead of ten.
struct Once<Value: AnyObject & Sendable>: ~Copyable, Sendable {
  private let kept = Atomic<Unmanaged<Value>?>(nil)

  deinit { kept.load(ordering: .acquiring)?.release() }

  var isMade: Bool { kept.load(ordering: .acquiring) != nil }
  var made: Value? { kept.load(ordering: .acquiring)?.takeUnretainedValue() }

  func value(_ make: () -> Value) -> Value {
    if let made { return made }
    let new = Unmanaged.passRetained(make())
    let other = kept.compareExchange(expected: nil, desired: new, ordering: .acquiringAndReleasing).original
    guard let other else { return new.takeUnretainedValue() }
    new.release()
    return other.takeUnretainedValue()
  }
}
