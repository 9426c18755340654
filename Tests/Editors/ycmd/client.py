"""ycmd, the engine of YouCompleteMe, asked over HTTP as the plug-in asks it."""

import base64
import hashlib
import hmac
import json
import os
import socket
import subprocess
import time
import urllib.error
import urllib.request

from desk.install import debian
from desk.workspace import wait

DEBIAN = ["ycmd", "git"]
PYPI = []
CI = False
SETTINGS = "/usr/lib/ycmd/ycmd/default_settings.json"


def version():
    return f"ycmd {debian('ycmd').split('+')[1]}"


class Engine:
    """ycmd while it runs, and the text of the one buffer that is open."""

    def __init__(self, workspace):
        self.workspace, self.text, self.secret = workspace, workspace.article.spoilt, os.urandom(16)
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        settings = json.load(open(SETTINGS, encoding="utf-8"))
        server = {
            "name": "newsmark",
            "cmdline": ["newsmark", "serve"],
            "filetypes": ["newsmark"],
            "project_root_files": [".git"],
        }
        settings.update(
            hmac_secret=base64.b64encode(self.secret).decode(), confirm_extra_conf=0, language_server=[server]
        )
        options = workspace.base / "ycmd.json"
        options.write_text(json.dumps(settings), encoding="utf-8")
        self.process = subprocess.Popen(
            ["ycmd", f"--port={self.port}", f"--options_file={options}", "--idle_suicide_seconds=300"],
            cwd=workspace.folder,
            env=workspace.environment,
            stdout=open(workspace.out / "console.txt", "wb"),
            stderr=subprocess.STDOUT,
        )
        wait(lambda: self.call("GET", "/healthy") is True, 20)

    def signature(self, *parts):
        digests = b"".join(hmac.new(self.secret, each, hashlib.sha256).digest() for each in parts)
        return base64.b64encode(hmac.new(self.secret, digests, hashlib.sha256).digest()).decode()

    def call(self, method, path, body=None):
        data = b"" if body is None else json.dumps(body).encode()
        headers = {
            "content-type": "application/json",
            "x-ycm-hmac": self.signature(method.encode(), path.encode(), data),
        }
        request = urllib.request.Request(
            f"http://127.0.0.1:{self.port}{path}",
            data=data if body is not None else None,
            method=method,
            headers=headers,
        )
        try:
            with urllib.request.urlopen(request, timeout=15) as reply:
                return json.loads(reply.read() or b"null")
        except urllib.error.HTTPError as problem:
            return {"problem": json.loads(problem.read() or b"{}").get("message")}
        except OSError as problem:
            return {"problem": str(problem)}

    def ask(self, path, place=None, **more):
        """A request about the buffer; ycmd counts lines and bytes from one."""
        at = self.workspace.article.places[place] if place else None
        path_name = str(self.workspace.file)
        return self.call(
            "POST",
            path,
            {
                "filepath": path_name,
                "line_num": at.line + 1 if at else 1,
                "column_num": at.octets + 1 if at else 1,
                "file_data": {path_name: {"contents": self.text, "filetypes": ["newsmark"]}},
                "working_dir": str(self.workspace.folder),
                **more,
            },
        )

    def command(self, place, *words, **more):
        return self.ask(
            "/run_completer_command", place, command_arguments=list(words), completer_target="filetype_default", **more
        )

    def parse(self):
        found = self.ask("/event_notification", event_name="FileReadyToParse")
        return found if isinstance(found, list) else []

    def findings(self):
        """What the plug-in would mark, once the engine has heard from the server."""
        self.parse()
        time.sleep(1)
        return [{"line": each["location"]["line_num"] - 1, "text": each["text"]} for each in self.parse()]


def drive(workspace):
    engine = Engine(workspace)
    try:
        return look(engine, workspace)
    finally:
        engine.call("POST", "/shutdown", {})
        wait(lambda: engine.process.poll() is not None, 6)
        engine.process.kill()


def lines(found):
    return [each["line_num"] - 1 for each in every(found) if "line_num" in each]


def look(engine, workspace):
    article, seen = workspace.article, {}
    wait(lambda: engine.parse() or workspace.transcript.sent("textDocument/didOpen"), 15)
    opened = wait(engine.findings, 10) or []
    seen["hover"] = engine.command("mention", "GetHover").get("detailed_info", "")
    seen["outline"] = [each["description"] for each in engine.command(None, "GoToDocumentOutline")]
    seen["definition"] = lines(engine.command("mention", "GoTo"))[0]
    seen["references"] = lines(engine.command("mention", "GoToReferences"))
    seen["symbols"] = [each.get("description", "") for each in every(engine.command(None, "GoToSymbol", article.query))]
    seen["jump"] = jump(engine, article)
    seen["channels"] = {
        "references": lines(engine.command("quotation", "GoToReferences")),
        "symbols": lines(engine.command(None, "GoToDocumentOutline")),
    }
    completions = engine.ask("/completions", "unfinished", force_semantic=True)
    seen["completion"] = {"labels": [each["insertion_text"] for each in completions["completions"]]}
    seen["rename"] = renamed(engine, article)
    fixes = as_list((engine.command("unclosed", "FixIt") or {}).get("fixits"))
    seen["actions"] = {
        "titles": [each["text"] for each in fixes],
        "changed": any(each.get("chunks") or each.get("resolve") for each in fixes),
    }
    formatted = engine.command(None, "Format", options={"tab_size": 2, "insert_spaces": True})
    seen["formatting"] = "fixits" in formatted
    tokens = engine.ask("/semantic_tokens") or {}
    seen["colours"] = (tokens.get("semantic_tokens") or {}).get("tokens")
    whole = {
        "start": {"line_num": 1, "column_num": 1},
        "end": {"line_num": engine.text.count("\n") + 1, "column_num": 1},
    }
    seen["hints"] = (engine.ask("/inlay_hints", range=whole) or {}).get("inlay_hints")
    engine.text = article.repaired
    seen["diagnostics"] = {"opened": opened, "repaired": engine.findings()}
    workspace.file.write_text(engine.text, encoding="utf-8")
    engine.ask("/event_notification", event_name="FileSave")
    seen["save"] = workspace.saved()
    for feature in ("highlight", "folding", "selection", "lenses", "links", "calls"):
        seen[feature] = {"cannot": "ycmd 2023-01 does not ask for it"}
    return seen


def every(found):
    """What a jump gives: a list, or the one place."""
    return found if isinstance(found, list) else [found]


def as_list(found):
    return found if isinstance(found, list) else []


def jump(engine, article):
    """`GoTo` again and again, from one quotation to the next; where it leads is where the plug-in puts the cursor."""
    at, passed = article.places["quotation"], []
    spot = {"line_num": at.line + 1, "column_num": at.octets + 1}
    for _ in range(4):
        found = engine.command(None, "GoTo", **spot)
        if "line_num" not in found:
            break
        spot = {"line_num": found["line_num"], "column_num": found["column_num"]}
        before = engine.text.split("\n")[found["line_num"] - 1].encode()[: found["column_num"] - 1].decode()
        passed.append([found["line_num"] - 1, len(before.encode("utf-16-le")) // 2])
    return {"by": ":YcmCompleter GoTo, from a quotation to who says it and on to the next", "passed": passed}


def renamed(engine, article):
    """The text after the chunks of the first fix, last first."""
    found = engine.command("mention", "RefactorRename", article.person.split()[0] + " Newname")
    text = engine.text.encode()
    starts = [0]
    for line in text.split(b"\n"):
        starts.append(starts[-1] + len(line) + 1)
    chunks = [each for fix in as_list(found.get("fixits")) for each in fix["chunks"]]
    spots = [
        [
            starts[each["range"][edge]["line_num"] - 1] + each["range"][edge]["column_num"] - 1
            for edge in ("start", "end")
        ]
        for each in chunks
    ]
    for (start, end), chunk in sorted(zip(spots, chunks), key=lambda each: each[0], reverse=True):
        text = text[:start] + chunk["replacement_text"].encode() + text[end:]
    return text.decode()
