"""The picture for the README: Kate as a person sees it, with findings, outline and a hover."""

import dataclasses
import subprocess

from desk import articles
from desk.workspace import Workspace

PANELS = ["Show Symbol Outline", "Switch to Diagnostics Tab"]


def take(path):
    from kate.client import Kate

    article = dataclasses.replace(articles.ARTICLES[0], unfinished="Asked again, Ana Ruiz said the same.")
    workspace = Workspace("picture", article)
    kate = Kate(workspace)
    try:
        for panel in PANELS:
            kate.choose(panel)
        # Without Escape, which would close the list of findings.
        kate.ask("caret", offset=kate.index(article.places["mention"]))
        kate.choose("Symbol Info", pause=2)
        shot = kate.shot("kate")
    finally:
        kate.close()
        workspace.close()
    trim = ["-crop", "1380x840+0+20", "+repage", "-colors", "64", "-strip", "-define", "png:compression-level=9"]
    subprocess.run(["convert", shot, *trim, path], check=True)
