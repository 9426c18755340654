#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

extension System {
  /// Makes a crash say what it was at; on a stack of its own, as the usual one may be what ran out.
  static func handleCrashes() {
    let size = 1 << 16
    var stack = stack_t()
    stack.ss_sp = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: 16)
    stack.ss_size = size
    sigaltstack(&stack, nil)
    var action = sigaction()
    setHandler(of: &action) { number in
      _ = write(STDERR_FILENO, crashNote.text, crashNote.length)
      _ = signal(number, SIG_DFL)
      _ = raise(number)
    }
    action.sa_flags = Int32(SA_ONSTACK)
    for number in [SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGABRT, SIGTRAP] { sigaction(number, &action, nil) }
  }

  /// Remembers what is worked on, in case it is the last thing that is.
  static func noteForCrash(method: String, length: Int) { crashNote.note(method: method, length: length) }

  private static func setHandler(of action: inout sigaction, _ handler: @escaping @convention(c) (Int32) -> Void) {
    #if canImport(Glibc)
      action.__sigaction_handler.sa_handler = handler
    #elseif canImport(Musl)
      action.__sa_handler.sa_handler = handler
    #else
      action.__sigaction_u.__sa_handler = handler
    #endif
  }
}
