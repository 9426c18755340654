"""Reads what callgrind leaves behind: how many instructions, and how many below each call from one function to another."""
import collections
import re
import subprocess

from peers import ROOT, newsmark

OURS = ["Syntax", "Semantics", "Rules", "Features", "LSP", "Server", "newsmark"]
JOINING = {"Server", "newsmark"}  # what they call in the other modules are the parts of the work
NAME = re.compile(r"\((\d+)\)(?: (.*))?")


class Profile:
    """Instructions in all, and by caller and callee; profiles can be subtracted and divided."""

    def __init__(self, path=None):
        self.total, self.calls = 0, collections.Counter()
        if path:
            with open(path, encoding="utf-8") as lines:
                self.read(lines)

    def read(self, lines):
        names, caller, callee, called = {}, None, None, False
        for line in lines:
            key, _, value = line.rstrip("\n").partition("=")
            if key in ("fn", "cfn"):
                number, name = NAME.fullmatch(value).groups()
                name = names.setdefault(number, name)
                caller, callee = (name, callee) if key == "fn" else (caller, name)
            elif key == "calls":
                called = True  # the next line says what the call cost
            elif line[0].isdigit() or line[0] in "+-*":
                cost = int(line.split()[1])
                if called:
                    self.calls[caller, callee] += cost
                else:
                    self.total += cost
                called = False

    def __sub__(self, other):
        return self.made(self.total - other.total, {each: cost - other.calls[each] for each, cost in self.calls.items()})

    def __truediv__(self, times):
        return self.made(self.total / times, {each: cost / times for each, cost in self.calls.items()})

    def made(self, total, calls):
        made = Profile()
        made.total, made.calls = total, collections.Counter(calls)
        return made

    def parts(self, most):
        """The functions of the inner modules that the outer ones call, with what was below them, the largest first.

        What such a function hands back to the outer modules is theirs again.
        """
        found = collections.Counter()
        for (caller, callee), cost in self.calls.items():
            if module(caller) in JOINING and module(callee) not in JOINING | {None}:
                found[callee] += cost
        for name, _ in found.most_common(2 * most):
            found[name] -= self.handed_back(name)
        return found.most_common(most)

    def handed_back(self, name, depth=3):
        """What a function has others do in the outer modules, itself or by a thunk or two of its own module."""
        below = [(callee, cost) for (caller, callee), cost in self.calls.items() if caller == name and depth]
        return sum(cost if module(callee) in JOINING else min(cost, self.handed_back(callee, depth - 1))
                   for callee, cost in below if module(callee) in JOINING | {module(name)} and callee != name)


def module(name):
    """Which of our modules a function is of, by its mangled name; None if it is the language's or the system's."""
    match = re.match(r"\$[sS]\d+([A-Z]?[a-z]+|LSP)", name) or re.search(r"\d([A-Z]?[a-z]+|LSP)E", name)
    return match[1] if match and match[1] in OURS else None


def readable(names):
    """The names as they stand in the source."""
    printed = subprocess.run(["swift", "demangle", "--compact", "--simplified"], input="\n".join(names) + "\n",
                             capture_output=True, text=True, check=True).stdout.splitlines()
    lines = [re.sub(r"protocol witness for \w+\.(.*) in conformance (\w+)", r"\2.\1", line) for line in printed]
    return dict(zip(names, (re.sub(r"^(specialized |static )+|<\w+>", "", line) for line in lines)))


def linked(folder, *flags):
    """The release build's objects once more, with symbols."""
    newsmark()
    release, program = ROOT / ".build" / "release", folder / "newsmark"
    subprocess.run(["swiftc", "-static-executable", "-use-ld=lld", "-Xlinker", "--gc-sections",
                    "-Xlinker", "--defsym=main=newsmark_main",
                    "-Xlinker", "-T", "-Xlinker", ROOT / "Sources" / "newsmark" / "Layout" / "sections.ld",
                    f"@{release / 'newsmark.product' / 'Objects.LinkFileList'}", "-o", program, *flags], check=True)
    return program
