"""Neovim's own client, in Debian's version, which has neither vim.lsp.start nor showDocument."""

import pathlib

import neovim.client

DEBIAN = ["neovim", "git"]
PYPI = []
CI = True
NVIM = pathlib.Path("/usr/bin/nvim")


def version():
    return neovim.client.version(NVIM)


def drive(workspace):
    return neovim.client.drive(workspace, NVIM)
