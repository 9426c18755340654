"""Runs clients one after the other, prints what each shows of two articles, and keeps the results for the table."""

import importlib
import os
import pathlib
import sys
import time
import traceback

from desk import articles, picture, table, verdict
from desk.binary import binary
from desk.install import install
from desk.workspace import KEPT, Workspace

HERE = pathlib.Path(__file__).parent.parent


def clients():
    """Every folder with a client.py, in order of name."""
    return sorted(path.parent.name for path in HERE.glob("*/client.py"))


def drive(name, client):
    """The client's result for each article, each with the judged transcript."""
    results = []
    for article in articles.ARTICLES:
        workspace = Workspace(name, article)
        try:
            shown = client.drive(workspace)
        except Exception:
            shown = {"error": "".join(traceback.format_exc(limit=-2))[-2500:]}
        results.append(verdict.judge(article, workspace, shown))
        workspace.close(keep="--keep" in sys.argv)
    return results


def main(arguments):
    if arguments[:1] == ["--picture"]:
        install([importlib.import_module("kate.client")])
        return picture.take(arguments[1])
    names = [each for each in arguments if not each.startswith("-")]
    unknown = set(names) - set(clients())
    if unknown:
        sys.exit(f"no such client: {', '.join(sorted(unknown))}; there are {', '.join(clients())}")
    loaded = {each: importlib.import_module(f"{each}.client") for each in names or clients()}
    if not names and "--all" not in arguments:
        loaded = {name: client for name, client in loaded.items() if client.CI}
    binary()
    install(loaded.values())
    passed = failed = 0
    for name, client in loaded.items():
        start = time.monotonic()
        result = verdict.merge(name, client, drive(name, client))
        table.keep(KEPT, name, result)
        passed, failed = passed + (not result["failures"]), failed + bool(result["failures"])
        print(
            f"{'FAILED' if result['failures'] else 'ok'} {result['version']} ({time.monotonic() - start:.0f} s)",
            flush=True,
        )
        print(f"   {table.line(result)}", flush=True)
        for failure in result["failures"]:
            print(f"   {failure}", flush=True)
    if "--all" in arguments:
        table.write(KEPT, clients(), HERE.parent.parent / "editors" / "README.md")
    print(f"{passed} passed, {failed} failed")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    os.environ["LC_ALL"] = os.environ["LANG"] = "C.UTF-8"
    main(sys.argv[1:])
