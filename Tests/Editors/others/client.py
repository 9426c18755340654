"""Editors whose files can be checked here only in part: Kakoune’s colours in Kakoune, the others’ files by their form."""

import json
import re
import tomllib

from desk.install import debian
from desk.verdict import FEATURES
from desk.workspace import EDITORS

DEBIAN = ["kakoune", "git"]
PYPI = ["textmate-grammar-python==0.6.1", "PyYAML==6.0.3"]
CI = False
LOOK = "echo -debug filetype is %opt{filetype}; buffer *debug*; write! %sh{echo $DESK_NOTE}; quit!"


def version():
    return f"Kakoune {debian('kakoune').split('-')[0]} (colours), files of Sublime Text, Helix, Zed"


def drive(workspace):
    kakoune(workspace)
    sublime(EDITORS / "sublime")
    for path in ("helix/languages.toml", "zed/extension.toml", "zed/languages/newsmark/config.toml", "zed/Cargo.toml"):
        tomllib.loads((EDITORS / path).read_text(encoding="utf-8"))
    return {feature: {"unseen": "no language client of these is to be had here"} for feature in FEATURES}


def kakoune(workspace):
    """Kakoune takes the file, knows the article for what it is, and finds nothing to complain of."""
    workspace.install("kakoune")
    note = workspace.base / "debug.txt"
    workspace.run(["kak", "-ui", "dummy", "-e", LOOK, workspace.file], seconds=20, DESK_NOTE=str(note))
    text = note.read_text(encoding="utf-8")
    # Its own scripts miss a screen; ours must miss nothing.
    complaints = [each for each in text.splitlines() if "error" in each and "DISPLAY" not in each]
    assert "filetype is newsmark" in text and not complaints, text


def sublime(folder):
    """The files are of their form, and every pattern is one that Sublime Text's engine, Oniguruma, takes."""
    import onigurumacffi
    import yaml

    syntax = yaml.safe_load((folder / "newsmark.sublime-syntax").read_text(encoding="utf-8"))
    contexts = set(syntax["contexts"])
    for rules in syntax["contexts"].values():
        for rule in rules:
            assert (
                rule.get("include", "main") in contexts
                and rule.get("push", "main") in contexts
                and rule.get("set", "main") in contexts
            )
            if "match" in rule:
                onigurumacffi.compile(
                    re.sub(r"\{\{(\w+)\}\}", lambda name: syntax["variables"][name[1]], rule["match"])
                )
    keys = json.loads((folder / "Default.sublime-keymap").read_text(encoding="utf-8"))
    assert len({tuple(each["keys"]) for each in keys}) == 4
    settings = (folder / "LSP.sublime-settings").read_text(encoding="utf-8")
    assert json.loads(re.sub(r"(?m)^//.*$", "", settings))["clients"]["newsmark"]["command"] == ["newsmark", "serve"]
