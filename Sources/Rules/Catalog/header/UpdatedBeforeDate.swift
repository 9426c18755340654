import Semantics
import Syntax

let updatedBeforeDate = Rule(
  "header/updated-before-date", .error,
  summary: "The article was updated before it was published.",
  why: "An update cannot come before publication, so one of the two dates is wrong.",
  silent: [
    "updated 2023-11-30\ndate 2023-11-29 It met.", "updated 2023-11-29\ndate 2023-11 It met.",
    "updated 2023-11-29\ndate 2023-11-29T18:00Z It met.",
  ],
  reported: [
    """
    updated 2023-11-28
            ▔▔▔▔▔▔▔▔▔▔ This is before the date of publication: correct one of the two.
    date 2023-11-29 It met.
         ▔▔▔▔▔▔▔▔▔▔ ↳ published
    """
  ],
  check: .header { proof in
    for field in proof.header.fields where field.key == .updated {
      guard let updated = field.date, updated.problem == nil, let entry = published(field, proof.header),
        updated.isBefore(entry.value)
      else { continue }
      proof.mark(
        field.valueRange, "This is before the date of publication: correct one of the two.",
        related: [.init(range: entry.valueRange, message: "published")])
    }
  })

/// The entry a field speaks of; for the document's own fields the earliest.
private func published(_ field: Field, _ header: Header) -> Entry? {
  if let entry = field.entry { return header.entries[entry] }
  let real = header.entries.filter { $0.value.problem == nil }
  return real.min { $0.value.isBefore($1.value) }
}
