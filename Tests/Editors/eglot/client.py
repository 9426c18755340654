"""Emacs with Eglot, in batch mode."""

import pathlib

from desk.install import debian

DEBIAN = ["emacs-nox", "elpa-eglot", "elpa-markdown-mode", "git"]
PYPI = []
CI = True
HERE = pathlib.Path(__file__).parent


def version():
    return f"Emacs {debian('emacs-nox').split(':')[-1].split('+')[0]}, Eglot {debian('elpa-eglot').split('-')[0]}"


def drive(workspace, block=0, script=HERE / "drive.el"):
    workspace.install("emacs", (("elisp", block), ".emacs.d/init.el"))
    workspace.run(
        ["emacs", "--batch", "-f", "package-initialize", "-l", workspace.home / ".emacs.d/init.el", "-l", script],
        DESK_PLAN=str(workspace.plan()),
        DESK_SHARED=str(HERE.parent / "desk" / "drive.el"),
    )
    return workspace.answer()
