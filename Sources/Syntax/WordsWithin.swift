extension String {
  /// True where these words stand somewhere in the text, byte for byte.
  ///
  /// `contains` of a string would bring the standard library's regular expressions into the program, a megabyte of it.
  package func holds(_ words: String) -> Bool {
    let (all, wanted) = (utf8.span, words.utf8.span)
    guard wanted.count <= all.count else { return false }
    var start = 0
    while start <= all.count - wanted.count {
      var matched = 0
      while matched < wanted.count, all[start + matched] == wanted[matched] { matched += 1 }
      if matched == wanted.count { return true }
      start += 1
    }
    return false
  }
}
