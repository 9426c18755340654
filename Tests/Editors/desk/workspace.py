"""A folder of articles, an empty home, and newsmark on the PATH: what a new user has, thrown away afterwards."""

import dataclasses
import json
import os
import pathlib
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
import time

from desk import articles
from desk.binary import ROOT, binary
from desk.transcript import Transcript

KEPT = ROOT / ".build" / "editors"
EDITORS = ROOT / "editors"


class Workspace:
    def __init__(self, client, article):
        self.client, self.article = client, article
        self.base = pathlib.Path(tempfile.mkdtemp(prefix=f"newsmark-{client}-"))
        self.home, self.folder, self.bin = self.base / "home", self.base / "desk", self.base / "bin"
        for path in (self.home / ".config", self.home / ".local/share", self.home / ".cache", self.folder, self.bin):
            path.mkdir(parents=True)
        for each in [*articles.ARTICLES, article]:
            (self.folder / each.file).write_text(each.spoilt, encoding="utf-8")
        (self.folder / "stylebook.news").write_text("show speakers on\n", encoding="utf-8")
        self.file = self.folder / article.file
        # A work tree is the one root marker that every client knows.
        subprocess.run(["git", "init", "-q", self.folder], check=True)
        subprocess.run(["git", "-C", self.folder, "add", "."], check=True)
        self.out = KEPT / client / article.file.removesuffix(".news")
        shutil.rmtree(self.out, ignore_errors=True)
        self.out.mkdir(parents=True)
        self.transcript = Transcript(self.out / "transcript.jsonl")
        self.program = self.bin / "newsmark"
        record = [sys.executable, pathlib.Path(__file__).with_name("record.py"), self.transcript.path, binary()]
        # What speaks with the editor is recorded; any other command runs as it is.
        self.program.write_text(
            "#!/bin/sh\n"
            f'[ "$1" = serve ] && exec {shlex.join(map(str, record))} "$@"\n'
            f'exec {shlex.quote(str(binary()))} "$@"\n'
        )
        self.program.chmod(0o755)
        self.environment = dict(
            os.environ,
            HOME=str(self.home),
            XDG_CONFIG_HOME=str(self.home / ".config"),
            XDG_DATA_HOME=str(self.home / ".local/share"),
            XDG_CACHE_HOME=str(self.home / ".cache"),
            XDG_STATE_HOME=str(self.home / ".local/state"),
            PATH=f"{self.bin}:{os.environ['PATH']}",
            LC_ALL="C.UTF-8",
        )

    def plan(self, **more):
        """What a driver in the client's own language needs to know, as a file for it to read; and where it answers."""
        article = self.article
        plan = {
            "file": str(self.file),
            "folder": str(self.folder),
            "out": str(self.out),
            "editors": str(EDITORS),
            "answer": str(self.base / "answer.json"),
            "person": article.person,
            "newName": article.person.split()[0] + " Newname",
            "query": article.query,
            "mark": "”",
            "places": {name: dataclasses.asdict(place) for name, place in article.places.items()},
            **more,
        }
        path = self.base / "plan.json"
        path.write_text(json.dumps(plan, ensure_ascii=False), encoding="utf-8")
        return path

    def answer(self):
        """What the driver wrote down."""
        return json.loads((self.base / "answer.json").read_text(encoding="utf-8"))

    def run(self, command, seconds=120, **more):
        """Runs a client to its end, in the workspace, with the empty home; returns what it printed."""
        log = self.out / "console.txt"
        with open(log, "wb") as sink:
            process = subprocess.Popen(
                [str(each) for each in command],
                cwd=self.folder,
                env=dict(self.environment, **more),
                stdin=subprocess.DEVNULL,
                stdout=sink,
                stderr=subprocess.STDOUT,
            )
            try:
                process.wait(seconds)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
        return log.read_text(encoding="utf-8", errors="replace")

    def install(self, editor, *files):
        """What the editor's README tells a new user to do: its first block of shell, then each further block into a file."""
        folder = EDITORS / editor
        blocks = re.findall(r"```(\w+)\n(.*?)```", (folder / "README.md").read_text(encoding="utf-8"), re.S)
        shell = next(text for kind, text in blocks if kind == "sh")
        subprocess.run(["sh", "-ec", shell], cwd=folder, env=self.environment, check=True)
        for (kind, index), path in files:
            text = [text for each, text in blocks if each == kind][index]
            (self.home / path).parent.mkdir(parents=True, exist_ok=True)
            (self.home / path).write_text(text, encoding="utf-8")

    def saved(self):
        return self.file.read_text(encoding="utf-8")

    def close(self, keep=False):
        if not keep:
            shutil.rmtree(self.base, ignore_errors=True)


def wait(condition, seconds=10.0, pause=0.1):
    """What the condition gives as soon as it gives something, or at the end."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if value := condition():
            return value
        time.sleep(pause)
    return condition()
