/// Columns that a string takes in a terminal: two for wide characters and emoji, none for what is invisible.
package func columnWidth(_ string: String) -> Int {
  var width = 0
  for character in string { width += columnWidth(of: character) }
  return width
}

private func columnWidth(of character: Character) -> Int {
  var width = 0
  for scalar in character.unicodeScalars {
    // The variation selector asks for the picture, which is wide.
    width = max(width, scalar.value == 0xFE0F && width == 1 ? 2 : columnWidth(of: scalar))
  }
  return width
}

private func columnWidth(of scalar: Unicode.Scalar) -> Int {
  if scalar.value < 0x300 { return scalar.value == 0xAD ? 0 : 1 }
  switch scalar.properties.generalCategory {
  case .nonspacingMark, .enclosingMark, .format: return 0
  default: return scalar.properties.isEmojiPresentation || isWide(scalar.value) ? 2 : 1
  }
}

/// The blocks of Unicode whose characters fill a square.
private func isWide(_ value: UInt32) -> Bool {
  switch value {
  case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
    0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x20000...0x3FFFD:
    true
  default: false
  }
}
