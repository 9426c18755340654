"""Kate in a window; its menus are chosen, and a screen reader tells what it shows."""

import contextlib
import time

from desk import screen
from desk.install import debian
from desk.screen import Screen, fresh
from desk.verdict import FEATURES
from desk.workspace import wait

DEBIAN = ["kate", "git", *screen.DEBIAN]
PYPI = []
CI = False
SETTINGS = """[General]
Show welcome view for new window=false
Startup Session=new
[Kate Plugins]
lspclientplugin=true
[lspclient]
AllowedServerCommandLines={program} serve
AutoHover=false
"""


def version():
    return f"Kate {debian('kate').split(':')[1].split('-')[0]}"


class Kate(Screen):
    def __init__(self, workspace):
        super().__init__(workspace)
        workspace.install("kate")
        settings = SETTINGS.format(program=workspace.program)
        (workspace.home / ".config/katerc").write_text(settings, encoding="utf-8")
        self.process = self.open(["kate", "-n", workspace.file], workspace.article.file)
        wait(lambda: workspace.transcript.sent("textDocument/publishDiagnostics", "server"), 15)
        time.sleep(2)

    def choose(self, item, pause=1.5):
        self.press(item, pause=pause)

    def undo(self):
        self.choose("Undo", pause=0.5)

    def findings(self):
        """The rows of the list of findings."""
        self.choose("Switch to Diagnostics Tab")
        return [each for each in self.cells() if each.startswith("[newsmark]")]


def drive(workspace):
    with contextlib.closing(Kate(workspace)) as kate:
        return look(kate, workspace)


def look(kate, workspace):
    article, places, seen = workspace.article, workspace.article.places, {}
    seen["outline"] = kate.cells()
    kate.shot("open")
    line = article.line(article.unclosed)
    opened = [{"line": line, "text": each} for each in kate.findings()]

    kate.go(places["mention"])
    before = kate.popups()
    kate.choose("Symbol Info")
    seen["hover"] = "\n".join(each for each in kate.popups() if each not in before)
    kate.shot("hover")

    kate.go(places["mention"])
    kate.choose("Go to Definition")
    seen["definition"] = kate.at()[0]

    seen["references"] = listed(kate, "Find References", places["mention"])
    seen["highlight"] = len(listed(kate, "Highlight", places["mention"]))
    seen["channels"] = {
        "references": listed(kate, "Find References", places["quotation"]),
        "highlights": listed(kate, "Highlight", places["quotation"]),
    }

    seen["jump"] = jump(kate, places["quotation"])
    seen["completion"] = complete(kate, places["unfinished"])
    further = {
        "symbols": lambda: search(kate, article.query),
        "rename": lambda: rename(kate, places["mention"], article.person.split()[0] + " Newname"),
        "actions": lambda: act(kate, places["unclosed"]),
        "formatting": lambda: formatted(kate),
        "selection": lambda: select(kate, places["mention"]),
        "colours": lambda: coloured(workspace),
    }
    offered = workspace.transcript.capabilities()
    seen.update({feature: ask() for feature, ask in further.items() if offered.get(FEATURES[feature])})

    kate.go(places["missing"])
    kate.type("”", pause=1.5)
    repaired = [{"line": line, "text": each} for each in kate.findings()]
    seen["diagnostics"] = {"opened": opened, "repaired": repaired}
    kate.choose("Save")
    seen["save"] = workspace.saved()
    for feature in ("folding", "hints", "lenses", "links", "calls"):
        seen[feature] = {"cannot": "Kate 22.12 does not ask for it"}
    kate.choose("Quit", pause=0)
    wait(lambda: kate.process.poll() is not None, 8)
    return seen


def listed(kate, item, place):
    """The lines that the list below the article has after a menu item."""
    before = kate.cells()
    kate.go(place)
    kate.choose(item)
    return [int(each.split(": ")[1]) - 1 for each in fresh(kate.cells(), before) if each.startswith("Line: ")]


def jump(kate, place):
    """Go to Definition again and again, from a quotation to who says it and on to the next."""
    kate.go(place)
    passed = []
    for _ in range(4):
        kate.choose("Go to Definition")
        passed.append(kate.at())
    return {"by": "Go to Definition, from a quotation to who says it and on to the next", "passed": passed}


def complete(kate, place):
    before = kate.cells()
    kate.go(place)
    kate.choose("Invoke Code Completion")
    labels = fresh(kate.cells(), before)
    kate.shot("completion")
    kate.key("Return", pause=1)
    line = kate.editor()["text"].split("\n")[place.line]
    kate.undone(kate.undo)
    return {"labels": labels, "line": line}


def search(kate, words):
    """The list is closed to screen readers; the line on which Return puts the cursor tells what was its first."""
    kate.choose("Search and Go to Symbol")
    kate.type(words, pause=2)
    kate.shot("symbols")
    kate.key("Return", pause=1.5)
    return [kate.editor()["text"].split("\n")[kate.at()[0]]]


def rename(kate, place, name):
    kate.go(place)
    kate.choose("Rename")
    kate.key("ctrl+a")
    kate.type(name)
    kate.key("Return", pause=2)
    text = kate.editor()["text"]
    kate.undone(kate.undo)
    return text


def act(kate, place):
    kate.go(place)
    kate.choose("Quick Fix", pause=2)
    changed = kate.editor()["text"] != kate.workspace.article.spoilt
    kate.undone(kate.undo)
    return {"titles": ["Quick Fix"], "changed": changed}


def formatted(kate):
    kate.choose("Format", pause=2)
    return kate.undone(kate.undo)


def select(kate, place):
    """What is selected after Expand Selection, as the clipboard has it."""
    kate.go(place)
    kate.choose("Expand Selection")
    kate.choose("Copy", pause=0.5)
    return kate.clipboard()


def coloured(workspace):
    """Kate asks for the tokens; their colours are no business of a screen reader's."""
    return any(
        each and each.get("data")
        for method in ("full", "range")
        for each in workspace.transcript.results(f"textDocument/semanticTokens/{method}")
    )
