import LSP
import Semantics

/// What the world tells the server.
package enum Event: Sendable {
  /// The body of one frame.
  case message(Body)
  /// Bytes between frames that had to be skipped, and why.
  case damage(String)
  /// The client's local day, at the start and at each midnight.
  case today(CivilDate)
  /// What a file that was asked for holds; nil where it cannot be read, or should not be.
  case file(DocumentKey, [UInt8]?)
  /// An article that was to be filed.
  case filed(Filed)
  /// A long article that was to be understood: apart, as every keystroke hands on events that would be as large.
  indirect case proved(Proved)
  /// Some `.news` files of a folder that was asked for; `problem` is why the search stopped early.
  case scanned([DocumentKey], isLast: Bool, problem: String?)
  /// No further message waits, or the time asked for with `wake` has come.
  case woke
  /// The client has been quiet for as long as `rest` asked.
  case rested
  case inputEnded
}

/// What the server wants of the world, in this order.
package enum Effect: Equatable, Sendable {
  case send(Outgoing)
  /// Say `woke` as soon as no further message waits, after that many ms at the latest.
  case wake(after: Int)
  /// Say `rested` in that many ms, unless this is said again before.
  case rest(after: Int)
  /// Say `inputEnded` when this process, if it is alive now, is gone.
  case watch(process: Int)
  /// Read a file and say `file`; one that does not really lie in `within` is not read.
  case read(DocumentKey, within: DocumentKey)
  /// Read a file that really lies in its `root`, let the filing work on it beside everything else, and say `filed`.
  case file(Filing)
  /// Let a long article be understood beside everything else, and say `proved`.
  indirect case prove(Proving)
  /// Look through a folder for `.news` files and say `scanned`, again and again, between other things.
  case scan(DocumentKey)
  /// Nobody waits: have at hand what the article takes that is opened next.
  case makeReady
  /// A large article was let go of: give its memory back to the system.
  case releaseMemory
  /// Send what is queued, and end with this code.
  case exit(code: Int32)
}
