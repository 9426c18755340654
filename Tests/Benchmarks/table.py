"""What was measured, and how it is printed."""
import statistics

import articles
import workspace
from archive import CHECK, CPU, FACTS, PEAK
from decoding import DECODED
from editing import ANSWER, COMPLETION, HOVER, KEY, LAST, MEMORY, OPEN, OUTLINE, PROGRAM, SIZES, START, WAIT

ORDER = [KEY, DECODED, OPEN, WAIT, ANSWER, LAST, OUTLINE, HOVER, COMPLETION, START, PROGRAM, MEMORY, workspace.SKIMMED, workspace.COMPLETE,
         workspace.CPU, workspace.SPEED, workspace.MEMORY, workspace.KEY, CHECK, CPU, PEAK, FACTS]
UNITS = {DECODED: "µs", PROGRAM: "MB", MEMORY: "MiB", workspace.MEMORY: "MiB", PEAK: "MiB", workspace.SPEED: "MB", FACTS: "MB/s"}

# What we set out to reach: at most so many times the median of that program.
GOALS = {
    KEY: ("rumdl", {"4 KB": 0.15, "100 KB": 0.05, "1 MB": 0.02, "10 MB": 0.005}),
    OPEN: ("rumdl", {"4 KB": 0.15, "100 KB": 0.10, "1 MB": 0.15, "10 MB": 0.10}),
    ANSWER: ("panache", {"4 KB": 0.5, "100 KB": 0.5, "1 MB": 0.2}),
    OUTLINE: ("panache", {"4 KB": 0.3, "100 KB": 0.3, "1 MB": 0.3, "10 MB": 0.3}),
    HOVER: ("panache", {"4 KB": 0.3, "100 KB": 0.3, "1 MB": 0.3}),
    COMPLETION: ("panache", {"4 KB": 0.3, "100 KB": 0.3, "1 MB": 0.3}),
    START: ("mdlint", {"": 0.5}),
    MEMORY: ("rumdl", {"4 KB": 0.4, "1 MB": 0.6, "10 MB": 0.8}),
    workspace.SKIMMED: ("rumdl", {"10,000 × 4 KB": 0.3}),
    workspace.MEMORY: ("rumdl", {"10,000 × 4 KB": 0.8}),
}
# What is held against another figure of the other program, which does not tell the two apart.
AGAINST = {workspace.SKIMMED: workspace.COMPLETE}
# Names and speakers included: MB a second of one core, at least.
FLOORS = {FACTS: 10, workspace.SPEED: 10}
# At most so many.
CEILINGS = {WAIT: 2, DECODED: 2}


class Samples:
    """All figures of a run, by scenario, size and program."""

    def __init__(self, limit):
        self.limit, self.figures, self.findings, self.written = limit, {}, {}, {}
        self.late, self.fewer = set(), set()

    def add(self, scenario, size, name, figure):
        self.figures.setdefault((scenario, size), {}).setdefault(name, []).append(figure)

    def give_up(self, scenario, size, name):
        self.late.add((scenario, size, name))

    def gave_up(self, scenario, size, name):
        return (scenario, size, name) in self.late

    def median(self, scenario, size, name):
        found = self.figures.get((scenario, size), {}).get(name)
        return statistics.median(found) if found else None

    def article(self, peer, size):
        """The peer's text of that size, and where in it to type."""
        if (peer.language, size) not in self.written:
            text = peer.write(size)
            self.written[peer.language, size] = text, articles.typing_place(text)
        return self.written[peer.language, size]

    def rows(self):
        kept = {(scenario, size) for scenario, size in self.figures}
        sizes = ["", *SIZES] + sorted((size for _, size in kept if "×" in size), key=len)
        return [(scenario, size) for scenario in ORDER for size in dict.fromkeys(sizes) if (scenario, size) in kept]


def table(samples, names):
    names = [name for name in names if any(name in each for each in samples.figures.values())]
    lines = ["| what | size | unit | " + " | ".join(names) + " | to reach | reached |",
             "|---|---|---|" + "---:|" * len(names) + "---|---|"]
    for scenario, size in samples.rows():
        ours = samples.median(scenario, size, "newsmark")
        cells = [cell(samples, scenario, size, name, ours) for name in names]
        lines.append("| " + " | ".join([scenario, size, UNITS.get(scenario, "ms"), *cells,
                                        *goal(samples, scenario, size, ours)]) + " |")
    return "\n".join(lines)


def cell(samples, scenario, size, name, ours):
    """The median, and for another program how many times it ours is."""
    median = samples.median(scenario if name == "newsmark" else AGAINST.get(scenario, scenario), size, name)
    if samples.gave_up(scenario, size, name):
        return f"> {samples.limit:,} s"
    if median is None:
        return ""
    if (scenario, size, name) in samples.fewer:
        return f"{number(median)} for 20"
    if name == "newsmark" or ours is None:
        return number(median)
    return f"{number(median)} ({number(float(f'{ours / median:.2g}'))}×)"


def goal(samples, scenario, size, ours):
    if scenario in FLOORS and ours is not None:
        return f"≥ {FLOORS[scenario]} {UNITS[scenario]}", "yes" if ours >= FLOORS[scenario] else "**no**"
    if scenario in CEILINGS and ours is not None:
        return f"≤ {CEILINGS[scenario]} {UNITS.get(scenario, 'ms')}", "yes" if ours <= CEILINGS[scenario] else "**no**"
    name, most = GOALS.get(scenario, ("", {}))
    theirs = samples.median(AGAINST.get(scenario, scenario), size, name)
    if size not in most or theirs is None or ours is None:
        return "", ""
    return f"≤ {most[size]} × {name}", "yes" if ours <= most[size] * theirs else "**no**"


def number(value):
    return f"{value:,.0f}" if value >= 100 else f"{value:.3g}"
