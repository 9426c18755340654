#if canImport(Glibc)
  import Glibc

  extension System {
    /// The words after the program's name.
    static var arguments: [String] {
      var words: [String] = []
      guard var next = commandLine, next.pointee != nil else { return words }
      next += 1
      while let word = next.pointee {
        words.append(String(cString: word))
        next += 1
      }
      return words
    }
  }

  private typealias Words = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>

  // Written once, before anything else runs.
  nonisolated(unsafe) private var commandLine: Words?

  // The C library hands the command line to every initialiser. `CommandLine` finds it by reading where the stack lies in a file of
  // the system's, which takes a tenth of a start.
  @used
  @section(".init_array")
  private let keepCommandLine: @convention(c) (Int32, Words) -> Void = { _, words in commandLine = words }
#else
  extension System {
    /// The words after the program's name.
    static var arguments: [String] { Array(CommandLine.arguments.dropFirst()) }
  }
#endif
