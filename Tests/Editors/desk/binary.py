"""Where the program under test is."""

import os
import pathlib
import sys

ROOT = pathlib.Path(__file__).parents[3]


def binary():
    """What $NEWSMARK names, else what was built last for release, else for debugging."""
    for path in (os.environ.get("NEWSMARK"), ROOT / ".build/release/newsmark", ROOT / ".build/debug/newsmark"):
        if path and os.access(path, os.X_OK):
            return pathlib.Path(path).resolve()
    sys.exit("build newsmark first, or name it in $NEWSMARK")
