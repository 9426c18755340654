/// Every rule, group by group; one line and one file a rule.
package let catalog: [Rule] = [
  dateInvalid,
  dateMalformed,
  datePartial,
  dateShape,
  dateMissing,
  dateFuture,
  entryOrder,
  entryDuplicate,
  fieldUnknown,
  fieldValue,
  fieldDuplicate,
  fieldLate,
  colon,
  updatedBeforeDate,
  embargoNoZone,
  embargoActive,
  required,
  tooLong,

  emptyEntry,
  needsBlankLine,
  copyAfterEnd,

  unclosed,
  strayClose,
  continuationOpenMissing,
  direction,
  twoApostrophes,
  reopened,
  mixedMarks,
  straight,
  nesting,
  quotePunctuation,
  attributionVerb,
  unattributed,
  continuationClosed,
  blockNoAttribution,
  speakerUnknown,

  nameMisspelt,
  nameTwoSpellings,
  nameNotIntroduced,
  nameFullAgain,
  nameAmbiguous,
  nameUnused,
  nameDuplicate,
  nameRoleConflict,
  nameWithheld,

  weekdayMismatch,
  timeImpossible,
  timeRelative,
  datelineMismatch,
  timeStyle,

  repeatedWord,
  doubleSpace,
  spacing,
  placeholder,
  invisible,
  encoding,
  dash,

  correctionUndated,

  unusedAllow,
  stylebookUnknown,
]

extension Rule {
  /// The rule of that code.
  package static func named(_ code: String) -> Rule? { catalog.first { $0.code == code } }
}
