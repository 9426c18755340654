/// A setting, in a stylebook only: elsewhere `set`, `rule` and `show` are the first words of sentences.
func settingLine(_ words: LineWords, _ state: LineState) -> Form? {
  guard state.isStylebook, let found = keyed(words), found.word.count <= 7, !found.value.isEmpty,
    let key = SettingKey(rawValue: found.word.string)
  else { return nil }
  return .setting(SettingLine(key: key, keyExtent: found.word.extent, value: found.value.extent))
}
