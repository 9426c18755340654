import Semantics

let entryOrder = Rule(
  "header/entry-order", .information,
  summary: "The entries run neither oldest first nor newest first.",
  why: "Both orders are fine in a live blog. A mix makes readers lose the thread, and is mostly a mistyped date.",
  silent: [
    "date 2023-11-28 One.\n\ndate 2023-11-29 Two.\n\ndate 2023-11-29 Three.",
    "date 2023-11-30 One.\n\ndate 2023-11 Two.\n\ndate 2023-11-28 Three.",
  ],
  reported: [
    """
    date 2023-11-29 Two.
         ▔▔▔▔▔▔▔▔▔▔ ↳ newest first up to here

    date 2023-11-28 One.
         ▔▔▔▔▔▔▔▔▔▔ ↳ newest first up to here

    date 2023-11-30 Three.
         ▔▔▔▔▔▔▔▔▔▔ This entry is out of order: entries run newest first above.
    """
  ],
  check: .header { proof in
    let entries = proof.header.entries
    guard entries.count > 2 else { return }
    var first: (index: Int, isNewestFirst: Bool)?
    for index in 1..<entries.count {
      let (above, below) = (entries[index - 1].value, entries[index].value)
      let isNewestFirst = below.isBefore(above)
      guard isNewestFirst || above.isBefore(below) else { continue }
      guard let known = first else {
        first = (index, isNewestFirst)
        continue
      }
      if known.isNewestFirst == isNewestFirst { continue }
      let order = known.isNewestFirst ? "newest first" : "oldest first"
      let related = [known.index - 1, known.index].map {
        Finding.Related(range: entries[$0].valueRange, message: "\(order) up to here")
      }
      proof.mark(
        entries[index].valueRange, "This entry is out of order: entries run \(order) above.", related: related)
      return
    }
  })
