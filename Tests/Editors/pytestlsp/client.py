"""pytest-lsp: a typed client that says it can do what recorded editors can."""

import importlib.metadata
import pathlib
import sys

DEBIAN = ["git"]
PYPI = ["pytest==9.2.0", "pytest-lsp==1.0.1", "pytest-asyncio==1.5.0", "lsprotocol==2025.0.0"]
CI = True
HERE = pathlib.Path(__file__).parent


def version():
    client, types = (importlib.metadata.version(each) for each in ("pytest-lsp", "lsprotocol"))
    return f"pytest-lsp {client}, typed by lsprotocol {types}"


def drive(workspace):
    command = [sys.executable, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", "-c", HERE / "pytest.ini", HERE]
    printed = workspace.run(command, DESK_PLAN=str(workspace.plan()), DESK_FILE=workspace.article.file)
    if " passed" not in printed or " failed" in printed or " error" in printed:
        raise RuntimeError(printed[-2000:])
    return workspace.answer()
