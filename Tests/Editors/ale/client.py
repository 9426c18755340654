"""Vim with ALE, on a terminal of its own; its prompts are answered as a person would."""

import os
import pathlib
import pty
import select
import time

from desk.install import debian

DEBIAN = ["vim-nox", "vim-ale", "git"]
PYPI = []
CI = False
HERE = pathlib.Path(__file__).parent
PROMPTS = [
    (b"New name:", b"\x15%(name)s\r"),
    (b"(or <cancel>", b"1\r"),
    (b"Type number", b"1\r"),
    (b"Press ENTER", b"\r"),
]


def version():
    return f"Vim {debian('vim-nox').split(':')[-1].split('-')[0]}, ALE {debian('vim-ale').split('-')[0]}"


def drive(workspace):
    workspace.install("vim", (("vim", 0), ".vimrc"))
    without_plug_in(workspace)
    plan = workspace.plan()
    environment = dict(workspace.environment, DESK_PLAN=str(plan), TERM="xterm-256color", COLUMNS="120", LINES="40")
    child, terminal = pty.fork()
    if child == 0:
        os.chdir(workspace.folder)
        os.execvpe("vim", ["vim", "-n", "-i", "NONE", "-S", str(HERE / "drive.vim"), str(workspace.file)], environment)
    screen = attend(terminal, (workspace.article.person.split()[0] + " Newname").encode(), 120)
    (workspace.out / "console.txt").write_bytes(screen)
    os.waitpid(child, 0)
    return workspace.answer()


def without_plug_in(workspace):
    """`:make` alone finds the mistake, and puts the cursor on it."""
    note = workspace.base / "make.txt"
    look = f"call writefile([line('.') - 1, getqflist()[0].text], '{note}')"
    workspace.run(
        [
            "vim",
            "-n",
            "-es",
            "-u",
            workspace.home / ".vimrc",
            "-i",
            "NONE",
            "-c",
            "silent make!",
            "-c",
            "cfirst",
            "-c",
            look,
            "-c",
            "qall!",
            workspace.file,
        ]
    )
    line, text = note.read_text(encoding="utf-8").splitlines()
    assert int(line) == workspace.article.line(workspace.article.unclosed) and "quote/unclosed" in text, (line, text)


def attend(terminal, name, seconds):
    """Reads the screen until Vim ends, and types where it asks."""
    end, screen, answered = time.monotonic() + seconds, b"", 0
    while time.monotonic() < end:
        if not select.select([terminal], [], [], 0.2)[0]:
            continue
        try:
            screen += os.read(terminal, 1 << 16)
        except OSError:
            return screen
        for prompt, reply in PROMPTS:
            if prompt in screen[answered:]:
                answered = len(screen)
                time.sleep(0.2)
                os.write(terminal, reply % {b"name": name} if b"%" in reply else reply)
    os.write(terminal, b"\x1b:qall!\r")
    return screen
