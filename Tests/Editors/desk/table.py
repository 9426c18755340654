"""The table of clients and features in editors/README.md, made from the last run of each client."""

import json

from desk.verdict import ABSENT, CANNOT, CHANNELS, FAILS, FEATURES, UNSEEN, WORKS

START, END = "<!-- made by Tests/Editors/run --all -->\n", "<!-- end -->\n"
SIGNS = {WORKS: "✓", CANNOT: "–", FAILS: "✗", ABSENT: "–", UNSEEN: "·"}


def keep(folder, name, result):
    (folder / name / "result.json").write_text(json.dumps(result, ensure_ascii=False, indent=1), encoding="utf-8")


def line(result):
    """One client in one line, for the terminal."""
    names = {kind: [each for each, verdict in result["verdicts"].items() if verdict == kind] for kind in SIGNS}
    parts = [f"{kind}: {', '.join(names[kind])}" for kind in (WORKS, CANNOT, FAILS) if names[kind]]
    return "; ".join(parts)


def rendered(results):
    results = [each for each in results if WORKS in each["verdicts"].values()]
    features = [each for each in FEATURES if any(r["verdicts"][each] == WORKS for r in results)]
    rows = ["| client | " + " | ".join(features) + " |", "|---|" + ":-:|" * len(features)]
    for result in results:
        signs = [SIGNS[result["verdicts"][each]] for each in features]
        rows.append(f"| {result['version']} | " + " | ".join(signs) + " |")
    jumps = [f"- {result['version']}: {result['jump']}" for result in results if result["jump"]]
    channels = ["| from one quotation to the next | seen in |", "|---|---|"]
    for channel, words in CHANNELS.items():
        clients = [each["version"] for each in results if channel in each["channels"]]
        channels.append(f"| {words} | {'; '.join(clients) or 'no client'} |")
    day = max(result["day"] for result in results)
    return "\n".join(
        [
            f"Seen on {day}: ✓ works in the client, – the client cannot, · cannot be driven here.",
            "",
            *rows,
            "",
            "How each went from quotation to quotation:",
            "",
            *jumps,
            "",
            *channels,
            "",
        ]
    )


def write(folder, names, readme):
    """Replaces what stands between the two marks."""
    results = [
        json.loads(path.read_text(encoding="utf-8"))
        for name in names
        if (path := folder / name / "result.json").exists()
    ]
    text = readme.read_text(encoding="utf-8")
    head, rest = text.split(START, 1)
    readme.write_text(head + START + rendered(results) + END + rest.split(END, 1)[1], encoding="utf-8")
