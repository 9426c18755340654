"""VS Code's extension in node, against a stub of the editor; the program itself is not to be had here.

The stub's language client speaks with the real server, so the extension's own code runs as it would: what it starts, what
its keys send, where its status stands. What VS Code draws is not seen.
"""

import pathlib
import shutil
import subprocess

from desk.verdict import FEATURES
from desk.workspace import EDITORS
from vscode import grammar, manifest

DEBIAN = ["nodejs", "esbuild", "git"]
PYPI = ["textmate-grammar-python==0.6.1"]
CI = False
HERE = pathlib.Path(__file__).parent
UNSEEN = "VS Code is not to be had here: its extension ran in node against a stub of the editor"


def version():
    node = subprocess.run(["node", "--version"], capture_output=True, text=True, check=True).stdout.strip()
    return f"VS Code’s extension in node {node.removeprefix('v')} (no editor)"


def drive(workspace):
    folder = EDITORS / "vscode"
    manifest.check(folder)
    grammar.check(folder)
    built = workspace.base / "extension"
    shutil.copytree(HERE / "stub", built / "node_modules")
    shutil.copytree(folder / "src", built / "src")
    # The bundle is made as the manifest's own script makes it, with the stub in the place of the client library.
    script = manifest.read(folder)["scripts"]["bundle"]
    workspace.run(["sh", "-ec", f"cd {built} && {script}"])
    printed = workspace.run(
        ["node", HERE / "drive.js", built / "dist" / "extension.js"], DESK_PLAN=str(workspace.plan())
    )
    try:
        seen = workspace.answer()
    except OSError as problem:
        raise RuntimeError(printed) from problem
    return {**{feature: {"unseen": UNSEEN} for feature in FEATURES}, **seen}
