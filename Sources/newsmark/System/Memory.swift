#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

extension System {
  /// Makes room for a long message and for what becomes of it, in pages of two megabytes where the system has such: to be
  /// handed 900 pages of four kilobytes takes more than a tenth of the work until 1 MB is open.
  static func makeRoom(for length: Int) {
    #if canImport(Glibc)
      guard length >= 1 << 18, gap == nil else { return }
      // A message, its text, and its passages with what is said of them.
      let size = min(6 * length, 24 << 20)
      // Else it would be taken from another place than what follows, and given back at once.
      _ = setMalloc(mmapThreshold, 32 << 20)
      _ = setMalloc(trimThreshold, .max)
      guard let room = malloc(size + largePage) else { return }
      free(room)
      // What follows begins with such a page.
      let start = (UInt(bitPattern: room) / UInt(largePage) + 1) * UInt(largePage)
      large = UnsafeMutableRawBufferPointer(start: UnsafeMutableRawPointer(bitPattern: start), count: size)
      // Said before anything is written there.
      _ = madvise(large.baseAddress, large.count, MADV_HUGEPAGE)
      gap = malloc(Int(start - UInt(bitPattern: room)))
    #endif
  }

  /// Gives freed memory back to the operating system, where that has to be asked for.
  static func releaseMemory() {
    #if canImport(Glibc)
      if let gap {
        // Else the system would fill again what is given back.
        _ = madvise(large.baseAddress, large.count, MADV_NOHUGEPAGE)
        for limit in [mmapThreshold, trimThreshold] { _ = setMalloc(limit, 1 << 17) }
        free(gap)
      }
      gap = nil
      _ = mallocTrim(0)
    #endif
  }
}

#if canImport(Glibc)
  @_silgen_name("malloc_trim")
  private func mallocTrim(_ pad: Int) -> Int32

  @_silgen_name("mallopt")
  private func setMalloc(_ limit: Int32, _ value: Int32) -> Int32

  private let mmapThreshold: Int32 = -3
  private let trimThreshold: Int32 = -1
  private let largePage = 2 << 20

  // One thread makes room and gives it back.
  nonisolated(unsafe) private var large = UnsafeMutableRawBufferPointer(start: nil, count: 0)
  /// What lies before it and is not used.
  nonisolated(unsafe) private var gap: UnsafeMutableRawPointer?
#endif
