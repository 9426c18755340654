#if canImport(Glibc)
  import Glibc
#endif

extension System {
  /// Gives freed memory back to the operating system, where that has to be asked for.
  static func releaseMemory() {
    #if canImport(Glibc)
      _ = mallocTrim(0)
    #endif
  }

  /// Takes room for a long message and for its article, in pages of 2 MiB where the system has such: handing it out by
  /// 4 KiB takes the system a sixth of the time in which 10 MB are opened.
  static func makeRoom(for length: Int) {
    #if canImport(Glibc)
      guard length > 1 << 19 else { return }
      // From now on long blocks lie among the others, and what is freed stays at hand until `releaseMemory`.
      setMalloc(.mapThreshold, 32 << 20)
      setMalloc(.trimThreshold, .max)
      setMalloc(.topPad, Int32(clamping: 3 * length))
      let end = sbrk(0)
      var block: UnsafeMutableRawPointer?
      if posix_memalign(&block, 16, length) == 0 { free(block) }
      setMalloc(.topPad, 128 << 10)
      guard let end, let grown = sbrk(0).map({ $0 - end }), grown > 0 else { return }
      _ = madvise(end, grown, MADV_HUGEPAGE)
    #endif
  }
}

#if canImport(Glibc)
  private enum MallocOption: Int32 {
    case trimThreshold = -1
    case topPad = -2
    case mapThreshold = -3
  }

  private func setMalloc(_ option: MallocOption, _ value: Int32) { _ = mallocOption(option.rawValue, value) }

  @_silgen_name("mallopt")
  private func mallocOption(_ option: Int32, _ value: Int32) -> Int32

  @_silgen_name("malloc_trim")
  private func mallocTrim(_ pad: Int) -> Int32
#endif
