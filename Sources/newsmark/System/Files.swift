#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

extension System {
  enum Kind { case file, folder, missing }

  /// What stands at that path, wherever links lead.
  static func kind(of path: String) -> Kind {
    var status = stat()
    guard stat(path, &status) == 0 else { return .missing }
    return status.st_mode & S_IFMT == S_IFDIR ? .folder : .file
  }

  /// What stands at a path that was found in `root`: a link to a folder could go round for ever, one that leads out of the
  /// root is not followed, and a pipe or a device is no file.
  static func kind(of path: String, foundIn root: String) -> Kind {
    var status = stat()
    guard lstat(path, &status) == 0 else { return .missing }
    switch status.st_mode & S_IFMT {
    case S_IFDIR: return .folder
    case S_IFREG: return .file
    case S_IFLNK:
      guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return .missing }
      return realPath(Array(path.utf8), within: Array(root.utf8)) == nil ? .missing : .file
    default: return .missing
    }
  }

  /// The bytes of a file; nil where it cannot be read, is no plain file, or holds more than `limit`.
  static func bytes(ofFile path: String, upTo limit: Int = .max) -> [UInt8]? {
    // A pipe that nobody writes to must not be waited for.
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    // What is written to it from now on is for the next time: a file that grows as fast as it is read has no end.
    return Int(status.st_size) > limit ? nil : readAll(file, atMost: Int(status.st_size))
  }

  /// Everything up to the end of standard input.
  static func readAllInput() -> [UInt8]? { readAll(STDIN_FILENO, atMost: .max) }

  /// What an open file holds up to its end, or `most` bytes of it; nil where it cannot be read.
  static func readAll(_ file: Int32, atMost most: Int) -> [UInt8]? {
    var bytes: [UInt8] = []
    while bytes.count < most {
      let size = min(most - bytes.count, 1 << 16)
      var count = 0
      let part = [UInt8](unsafeUninitializedCapacity: size) { buffer, filled in
        count = read(file, buffer.baseAddress, size)
        filled = max(count, 0)
      }
      if count == 0 { break }
      if count < 0, errno != EINTR { return nil }
      if bytes.isEmpty { bytes = part } else { bytes += part }
    }
    return bytes
  }

  /// A name in a folder; a path can be made only of one that is UTF-8.
  struct Name {
    let text: String
    let isUTF8: Bool
    let isFolder: Bool
  }

  /// The names in a folder without `.` and `..`; nil where it cannot be read.
  static func names(in folder: String) -> [Name]? {
    guard let stream = opendir(folder) else { return nil }
    defer { closedir(stream) }
    var names: [Name] = []
    while let entry = readdir(stream) {
      let bytes = withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
      let text = String(decoding: bytes, as: UTF8.self)
      let isFolder = Int(entry.pointee.d_type) == Int(DT_DIR)
      if text != ".", text != ".." {
        names.append(Name(text: text, isUTF8: Array(text.utf8) == bytes, isFolder: isFolder))
      }
    }
    return names
  }

  /// Puts new bytes in the place of a file's in one step, so that a failure leaves the old ones.
  static func replace(_ path: String, with bytes: [UInt8]) -> Bool {
    // A link stays a link: what it points to is replaced.
    guard let target = realpath(path, nil) else { return false }
    defer { free(target) }
    let draft = "\(String(cString: target)).newsmark-\(getpid())"
    var status = stat()
    guard stat(target, &status) == 0 else { return false }
    // A file above the size that the person may write is an error to tell of, and not the end of the program.
    _ = signal(SIGXFSZ, SIG_IGN)
    let file = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard file >= 0 else { return false }
    fchmod(file, status.st_mode & 0o7777)
    writeAll(bytes, to: file)
    var written = stat()
    let isWhole = fstat(file, &written) == 0 && Int(written.st_size) == bytes.count && fsync(file) == 0
    if close(file) == 0, isWhole, rename(draft, target) == 0 { return true }
    unlink(draft)
    return false
  }
}

extension System {
  /// The working directory; nil where it is gone.
  static var currentFolder: String? {
    guard let path = getcwd(nil, 0) else { return nil }
    defer { free(path) }
    return String(cString: path)
  }

  /// One name in a folder, with its bytes as they are.
  struct Item {
    let name: [UInt8]
    let isFolder: Bool
  }

  /// What stands in a folder, links to folders left out, in the order of the names' bytes; nil where it cannot be read.
  static func items(in folder: [UInt8]) -> [Item]? {
    guard let stream = withPath(folder, { opendir($0) }) else { return nil }
    defer { closedir(stream) }
    var items: [Item] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
      if name.first == UInt8(ascii: ".") { continue }
      var isFolder = Int(entry.pointee.d_type) == Int(DT_DIR)
      // Some drives do not tell.
      if Int(entry.pointee.d_type) == Int(DT_UNKNOWN) {
        var status = stat()
        guard withPath(folder + [UInt8(ascii: "/")] + name, { lstat($0, &status) }) == 0 else { continue }
        isFolder = status.st_mode & S_IFMT == S_IFDIR
      }
      items.append(Item(name: name, isFolder: isFolder))
    }
    return items.sorted { $0.name.lexicographicallyPrecedes($1.name) }
  }

  /// The bytes of a file that lies in `root` even when every link on the way is followed; else nil.
  static func bytes(of path: [UInt8], within root: [UInt8], upTo limit: Int) -> [UInt8]? {
    // Asked first, as most stylebooks are not there and every folder on the way is to be looked at else.
    guard withPath(path, { access($0, R_OK) }) == 0 else { return nil }
    return realPath(path, within: root).flatMap { bytes(ofFile: $0, upTo: limit) }
  }

  /// Where a path really leads; nil where that is not in `root`.
  private static func realPath(_ path: [UInt8], within root: [UInt8]) -> String? {
    guard let real = realPath(path) else { return nil }
    func lies(in folder: String) -> Bool { real.hasPrefix(folder.hasSuffix("/") ? folder : folder + "/") }
    // A folder that a real path begins with is itself no link.
    if !root.isEmpty, lies(in: String(decoding: root, as: UTF8.self)) { return real }
    return realPath(root).map(lies(in:)) == true ? real : nil
  }

  private static func realPath(_ path: [UInt8]) -> String? {
    guard let real = withPath(path, { realpath($0, nil) }) else { return nil }
    defer { free(real) }
    return String(cString: real)
  }

  private static func withPath<Result>(_ path: [UInt8], _ body: (UnsafePointer<CChar>) -> Result) -> Result {
    let characters = path.map { CChar(bitPattern: $0) } + [0]
    return body(characters)
  }
}
