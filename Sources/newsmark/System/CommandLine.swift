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
  // the system's, which takes a twentieth of a start.
  @used
  @section(".init_array")
  private let keepCommandLine: @convention(c) (Int32, Words) -> Void = { _, words in commandLine = words }
#elseif canImport(Musl)
  import Musl

  extension System {
    /// The words after the program's name, which this C library hands to no initialiser.
    static var arguments: [String] {
      let file = open("/proc/self/cmdline", O_RDONLY | O_CLOEXEC)
      guard file >= 0 else { return [] }
      defer { close(file) }
      guard let line = readAll(file, atMost: .max) else { return [] }
      let words = line.split(separator: 0, omittingEmptySubsequences: false).dropFirst().dropLast()
      return words.map { String(decoding: $0, as: UTF8.self) }
    }
  }
#else
  extension System {
    /// The words after the program's name.
    static var arguments: [String] { Array(CommandLine.arguments.dropFirst()) }
  }
#endif
