"""Qt Creator in a window; its keys are pressed, and a screen reader tells what it shows."""

import contextlib
import time

from desk import screen
from desk.install import debian
from desk.screen import Screen, fresh
from desk.verdict import FEATURES
from desk.workspace import wait

DEBIAN = ["qtcreator", "python3-pyqt5", "git", *screen.DEBIAN]
PYPI = []
CI = False
# Pixels from line to line in its own font, on a screen high enough to show an article whole.
SPACING, HEIGHT = 16, 1800
WITHOUT = ["Welcome", "UpdateInfo", "ClangCodeModel", "ClangTools", "QmlDesigner", "Designer"]


def version():
    return f"Qt Creator {debian('qtcreator').split('-')[0]}"


class QtCreator(Screen):
    def __init__(self, workspace):
        super().__init__(workspace, HEIGHT)
        workspace.install("qtcreator")
        plugins = [word for each in WITHOUT for word in ("-noload", each)]
        self.process = self.open(["qtcreator", *plugins, "-notour", workspace.file], workspace.article.file)
        wait(lambda: workspace.transcript.sent("textDocument/publishDiagnostics", "server"), 20)
        time.sleep(2)

    def undo(self):
        self.key("ctrl+z", pause=0.5)

    def tip(self, place):
        """What comes up where the mouse rests."""
        before = self.popups()
        self.hover(place, SPACING)
        shown = "\n".join(fresh(self.popups(), before))
        self.do("mousemove", 700, 5)
        time.sleep(0.5)
        return shown

    def findings(self, place):
        """What the mouse on a mark says of it."""
        return [{"line": place.line, "text": each} for each in [self.tip(place)] if each]


def drive(workspace):
    with contextlib.closing(QtCreator(workspace)) as creator:
        return look(creator, workspace)


def look(creator, workspace):
    article, places, seen = workspace.article, workspace.article.places, {}
    seen["outline"] = creator.cells()
    creator.go(places["unclosed"])
    opened = creator.findings(places["unclosed"])
    creator.shot("open")

    creator.go(places["mention"], pause=1.5)
    seen["highlight"] = marked(workspace)
    seen["hover"] = creator.tip(places["mention"])
    creator.shot("hover")

    creator.key("F2", pause=1.5)
    seen["definition"] = creator.at()[0]
    seen["jump"] = jump(creator, places["quotation"])

    creator.go(places["mention"])
    before = creator.cells()
    creator.key("ctrl+shift+u", pause=2)
    creator.press("Expand All", "check box")
    texts = [each.strip() for each in article.spoilt.split("\n")]
    seen["references"] = [texts.index(each.strip()) for each in fresh(creator.cells(), before) if each.strip() in texts]
    creator.shot("references")

    seen["completion"] = complete(creator, places["unfinished"])
    offered = workspace.transcript.capabilities()
    further = {
        "symbols": lambda: search(creator, article.query),
        "rename": lambda: rename(creator, places["mention"], article.person.split()[0] + " Newname"),
        "actions": lambda: act(creator, places["unclosed"]),
        "formatting": lambda: formatted(creator),
        "colours": lambda: any(
            each and each.get("data") for each in workspace.transcript.results("textDocument/semanticTokens/full")
        ),
        "lenses": lambda: {"cannot": "Qt Creator 9 asks, and shows none on the lines of a text file"},
    }
    seen.update({feature: ask() for feature, ask in further.items() if offered.get(FEATURES[feature])})

    creator.go(places["missing"])
    creator.type("”", pause=1.5)
    seen["diagnostics"] = {"opened": opened, "repaired": creator.findings(places["unclosed"])}
    creator.key("ctrl+s", pause=1)
    seen["save"] = workspace.saved()
    for feature in ("folding", "hints", "selection", "links", "calls"):
        seen[feature] = {"cannot": "Qt Creator 9 does not ask for it"}
    creator.key("ctrl+q", pause=0)
    wait(lambda: creator.process.poll() is not None, 8)
    return seen


def marked(workspace):
    """Qt Creator asks for the places by itself; their background is no business of a screen reader's."""
    return max((len(each or []) for each in workspace.transcript.results("textDocument/documentHighlight")), default=0)


def jump(creator, place):
    creator.go(place)
    passed = []
    for _ in range(4):
        creator.key("F2", pause=1.2)
        passed.append(creator.at())
    return {"by": "F2, from a quotation to who says it and on to the next", "passed": passed}


def complete(creator, place):
    """The list of proposals is closed to screen readers; the line after Return tells what was its first."""
    creator.go(place)
    creator.key("ctrl+space", pause=2)
    creator.shot("completion")
    creator.key("Return", pause=1)
    line = creator.editor()["text"].split("\n")[place.line]
    creator.undone(creator.undo)
    return {"labels": [line], "line": line}


def search(creator, words):
    """The locator's list is closed to screen readers; the line on which Return puts the cursor tells what was its first."""
    creator.key("ctrl+k", "ctrl+a", pause=1)
    creator.type(f": {words}", pause=2.5)
    creator.shot("symbols")
    creator.key("Return", pause=1.5)
    return [creator.editor()["text"].split("\n")[creator.at()[0]]]


def rename(creator, place, name):
    creator.go(place)
    creator.key("ctrl+shift+r", pause=2)
    if any("Error" in each for each in creator.popups()):
        return {"cannot": "it asks first with an empty new name, which is refused"}
    creator.key("ctrl+a")
    creator.type(name, pause=1)
    creator.press("Search Again", "push button", pause=2)
    creator.press("Replace", "push button", pause=2)
    text = creator.editor()["text"]
    creator.undone(creator.undo)
    return text


def act(creator, place):
    creator.go(place, pause=1.5)
    creator.key("alt+Return", pause=2)
    creator.shot("actions")
    creator.key("Return", pause=1.5)
    changed = creator.editor()["text"] != creator.workspace.article.spoilt
    creator.undone(creator.undo)
    return {"titles": ["the first of the list"], "changed": changed}


def formatted(creator):
    creator.key("ctrl+a", "ctrl+i", pause=2)
    return creator.undone(creator.undo)
