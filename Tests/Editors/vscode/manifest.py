"""What VS Code requires of an extension's manifest, as far as it can be checked without VS Code."""

import json
import re


def read(folder):
    return json.loads((folder / "package.json").read_text(encoding="utf-8"))


def check(folder):
    manifest = read(folder)
    for key in ("name", "version", "publisher", "engines", "main", "contributes", "dependencies"):
        assert key in manifest, f"the manifest has no {key}"
    assert re.fullmatch(r"[a-z0-9-]+", manifest["name"]) and re.fullmatch(r"\d+\.\d+\.\d+", manifest["version"])
    assert re.fullmatch(r"\^1\.\d+\.\d+", manifest["engines"]["vscode"])
    contributes = manifest["contributes"]
    [language], [grammar] = contributes["languages"], contributes["grammars"]
    assert language["extensions"] == [".news"] and grammar["language"] == language["id"]
    for path in (language["configuration"], grammar["path"], "README.md", "src/extension.js"):
        assert (folder / path).is_file(), f"{path} is not there"
    assert json.loads((folder / grammar["path"]).read_text(encoding="utf-8"))["scopeName"] == grammar["scopeName"]
    json.loads((folder / language["configuration"]).read_text(encoding="utf-8"))
    commands = {each["command"] for each in contributes["commands"]}
    used = {each["command"] for each in contributes["keybindings"] + contributes["menus"]["commandPalette"]}
    assert used <= commands, f"{used - commands} are bound and not declared"
    keys = [each["key"] for each in contributes["keybindings"]]
    assert len(set(keys)) == len(keys), "a key is bound twice"
    settings = contributes["configuration"]["properties"]
    assert list(settings) == ["newsmark.path"], "there is one setting: where the program is"
