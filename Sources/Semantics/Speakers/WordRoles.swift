/// What a word may do in a sentence that attributes words to someone.
struct WordRoles: OptionSet, Sendable {
  let rawValue: UInt32

  /// Alone enough to attribute: said, added, asked.
  static let speech = WordRoles(rawValue: 1 << 0)
  /// Attributes where it stands next to a quotation: called, believes, accused.
  static let cue = WordRoles(rawValue: 1 << 1)
  /// May lie between a subject and its verb: has, would, later, then.
  static let auxiliary = WordRoles(rawValue: 1 << 2)
  static let pronoun = WordRoles(rawValue: 1 << 3)
  static let relative = WordRoles(rawValue: 1 << 4)
  static let preposition = WordRoles(rawValue: 1 << 5)
  /// and, but, or.
  static let conjunction = WordRoles(rawValue: 1 << 6)
  /// Begins another clause: that, when, because.
  static let subordinator = WordRoles(rawValue: 1 << 7)
  static let determiner = WordRoles(rawValue: 1 << 8)
  /// A form in -ing, which borrows the subject of the clause beside it.
  static let participle = WordRoles(rawValue: 1 << 9)
  /// Not itself a word of speech, but the verb of its clause: was, is, got.
  static let copula = WordRoles(rawValue: 1 << 10)
  /// Introduces a title or a term: called, titled, so-called, dubbed, film, word.
  static let naming = WordRoles(rawValue: 1 << 11)
  /// me, him, reporters: whom someone tells, never who tells.
  static let listener = WordRoles(rawValue: 1 << 12)
  /// statement, tweet, speech: stands for the words of the one who made it.
  static let utterance = WordRoles(rawValue: 1 << 13)

  static let day = WordRoles(rawValue: 1 << 14)
  /// A plain form or one in -s, which may as well be a noun: report, claims.
  static let nounLike = WordRoles(rawValue: 1 << 15)
  /// claim, promise, warning: what someone uttered, with its owner before it.
  static let uttered = WordRoles(rawValue: 1 << 16)

  static let verb: WordRoles = [.speech, .cue]
}

/// The roles of a word by its fingerprint; none for most words.
func roles(of key: UInt64) -> WordRoles { lexicon.roles(of: key) }

func roles(of word: ArraySlice<UInt8>) -> WordRoles { roles(of: key(of: word)) }

/// An open table: a fingerprint is a good hash already, so a dictionary would only hash it again.
private struct RoleTable: Sendable {
  private var slots: [(key: UInt64, roles: WordRoles)] = Array(repeating: (0, []), count: 8192)

  /// Adds to what the word may do already.
  mutating func insert(_ key: UInt64, _ roles: WordRoles) {
    var slot = Int(truncatingIfNeeded: key) & 8191
    while slots[slot].key != 0, slots[slot].key != key { slot = (slot + 1) & 8191 }
    slots[slot] = (key, slots[slot].roles.union(roles))
  }

  func roles(of key: UInt64) -> WordRoles {
    var slot = Int(truncatingIfNeeded: key) & 8191
    while slots[slot].key != 0 {
      if slots[slot].key == key { return slots[slot].roles }
      slot = (slot + 1) & 8191
    }
    return []
  }
}

private let lexicon: RoleTable = {
  var lexicon = RoleTable()
  func add(_ words: StaticString, _ roles: WordRoles, isVerb: Bool = false) {
    var verb = PlainVerb()
    func finish() {
      guard verb.count > 0 else { return }
      lexicon.insert(verb.whole.value, isVerb ? roles.union(.nounLike) : roles)
      if isVerb { verb.inflect { lexicon.insert($0, roles.union($1)) } }
      verb = PlainVerb()
    }
    for index in 0..<words.utf8CodeUnitCount {
      let byte = words.utf8Start[index]
      if byte == 0x20 || byte == 0x0A { finish() } else { verb.add(byte) }
    }
    finish()
  }
  add(speechVerbs, .speech, isVerb: true)
  add(irregularSpeech, .speech)
  add(cueVerbs, .cue, isVerb: true)
  add(irregularCues, .cue)
  add(
    "saying telling writing reading thinking feeling meaning getting putting quoting making having arguing", .participle
  )
  add(
    """
    has had have 've would could will 'll may might should can cannot also then later once recently previously \
    repeatedly now just still even often again first since only never not does did do both always soon eventually \
    finally already instead further thus himself herself themselves itself all each ever ago earlier today yesterday \
    hasn't hadn't wouldn't didn't doesn't don't won't can't \
    famously simply quickly better
    """, .auxiliary)
  add("monday tuesday wednesday thursday friday saturday sunday", [.auxiliary, .day])
  add("is was are were be been being am 're isn't wasn't aren't weren't", [.auxiliary, .copula])
  add("he she they it i we you", .pronoun)
  add("who which that", .relative)
  add(
    """
    of for from in on at with by to about as during after before against between among under over into through near \
    outside inside around since despite like without within amid toward towards upon behind across beyond per via
    """, .preposition)
  add("and but or nor yet", .conjunction)
  add(
    "that when while because if although though whether since so than where why how what unless until as", .subordinator
  )
  add(
    """
    the a an this that these those his her their its our my your some many several one two three four five six both \
    another other all most few no each every any
    """, .determiner)
  add("me him us them reporters viewers readers supporters crowd audience everyone journalists", .listener)
  add(
    """
    called titled entitled dubbed named nicknamed labeled labelled known termed so-called film movie book song album \
    series show podcast program programme documentary novel magazine play musical word words phrase term slogan \
    headline hashtag episode sitcom comedy drama single ballad memoir bestseller column segment exhibition
    """, .naming)
  add(
    """
    statement tweet speech letter interview post email e-mail message memo report editorial remarks comments article \
    essay op-ed testimony address text note blog column release sign signs banner banners shirt hat hats t-shirt \
    t-shirts placard poster button sticker
    """, .utterance)
  add(
    """
    claim claims comment comments conclusion assertion pledge promise warning call remark remarks accusation argument \
    belief contention declaration description criticism insistence suggestion vow threat request demand plea quip boast \
    statement prediction allegation allegations complaint assurance advice admission notion tweet answer reply response \
    observation opinion assessment characterization description view tweets
    """, .uttered)
  return lexicon
}()

private func key(of word: some Sequence<UInt8>) -> UInt64 {
  var fingerprint = Fingerprint()
  for byte in word { fingerprint.add(lowered(byte)) }
  return fingerprint.value
}

/// A word as it is spelled out, letter by letter, and the regular forms in -s, -ed and -ing of the verb that it may be.
private struct PlainVerb {
  private(set) var whole = Fingerprint()
  private(set) var count = 0
  /// Without its last letter.
  private var stem = Fingerprint()
  private var last: UInt8 = 0
  private var before: UInt8 = 0

  mutating func add(_ byte: UInt8) {
    stem = whole
    whole.add(byte)
    before = last
    last = byte
    count += 1
  }

  /// Hands over the fingerprint of each form, and what the form alone may do.
  func inflect(_ take: (UInt64, WordRoles) -> Void) {
    guard count > 2 else { return }
    let isAfterVowel = [0x61, 0x65, 0x69, 0x6F, 0x75].contains(before)
    switch last {
    case UInt8(ascii: "e"):
      take(whole.value(with: "s"), .nounLike)
      take(whole.value(with: "d"), [])
      take(stem.value(with: "ing"), .participle)
    case UInt8(ascii: "y") where !isAfterVowel:
      take(stem.value(with: "ies"), .nounLike)
      take(stem.value(with: "ied"), [])
      take(whole.value(with: "ing"), .participle)
    default:
      let isHissed = last == UInt8(ascii: "s") || last == UInt8(ascii: "h") || last == UInt8(ascii: "x")
      take(whole.value(with: isHissed ? "es" : "s"), .nounLike)
      take(whole.value(with: "ed"), [])
      take(whole.value(with: "ing"), .participle)
    }
  }
}

extension Fingerprint {
  fileprivate func value(with ending: StaticString) -> UInt64 {
    var longer = self
    for index in 0..<ending.utf8CodeUnitCount { longer.add(ending.utf8Start[index]) }
    return longer.value
  }
}
