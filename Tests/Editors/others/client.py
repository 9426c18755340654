"""Editors that can be checked here only in part: Vim without a plug-in, Kakoune’s colours, the files of the others."""

import json
import re
import tomllib

from desk.install import debian
from desk.verdict import FEATURES
from desk.workspace import EDITORS

DEBIAN = ["kakoune", "vim", "git"]
PYPI = ["textmate-grammar-python==0.6.1", "PyYAML==6.0.3"]
CI = False
LOOK = "echo -debug filetype is %opt{filetype}; buffer *debug*; write! %sh{echo $DESK_NOTE}; quit!"


def version():
    return f"Vim’s :make, Kakoune {debian('kakoune').split('-')[0]} (colours), files of Sublime Text, Helix, Zed"


def drive(workspace):
    vim(workspace)
    kakoune(workspace)
    helix(workspace)
    workspace.install("sublime")
    sublime(EDITORS / "sublime")
    kept = workspace.home / ".config/sublime-text/Packages"
    assert {each.name for each in kept.glob("*/*")} == {each.name for each in (EDITORS / "sublime").glob("*.sublime-*")}
    for path in ("helix/languages.toml", "zed/extension.toml", "zed/languages/newsmark/config.toml", "zed/Cargo.toml"):
        tomllib.loads((EDITORS / path).read_text(encoding="utf-8"))
    return {feature: {"unseen": "no language client of these is to be had here"} for feature in FEATURES}


def vim(workspace):
    """`:make` fills the quickfix list with what `newsmark check` finds, and each entry leads to its line."""
    workspace.install("vim")
    (workspace.home / ".vimrc").write_text("set nocompatible encoding=utf-8\nfiletype plugin on\n", encoding="utf-8")
    note = workspace.base / "quickfix.json"
    look = f"call writefile([json_encode(map(getqflist(), {{_, each -> [each.lnum, each.text]}}))], '{note}')"
    workspace.run(["vim", "-T", "dumb", "--not-a-term", "-n", "-c", "silent make", "-c", look, "-c", "qa!", workspace.file])
    found = json.loads(note.read_text(encoding="utf-8"))
    line = workspace.article.line(workspace.article.unclosed) + 1
    assert any(number == line and "quote/unclosed" in text for number, text in found), found


def helix(workspace):
    """The steps of the README, with something in the editor's place that only says it is there."""
    (workspace.bin / "hx").write_text("#!/bin/sh\n", encoding="utf-8")
    (workspace.bin / "hx").chmod(0o755)
    workspace.install("helix")
    kept = tomllib.loads((workspace.home / ".config/helix/languages.toml").read_text(encoding="utf-8"))
    assert kept["language-server"]["newsmark"]["command"] == "newsmark", kept


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
