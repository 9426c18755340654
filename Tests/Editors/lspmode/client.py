"""Emacs with lsp-mode, in batch mode."""

import pathlib

import eglot.client
from desk.install import debian

DEBIAN = ["emacs-nox", "elpa-lsp-mode", "elpa-markdown-mode", "git"]
PYPI = []
CI = False
HERE = pathlib.Path(__file__).parent


def version():
    return f"Emacs {debian('emacs-nox').split(':')[-1].split('+')[0]}, lsp-mode {debian('elpa-lsp-mode').split('-')[0]}"


def drive(workspace):
    return eglot.client.drive(workspace, block=1, script=HERE / "drive.el")
