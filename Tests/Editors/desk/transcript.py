"""What went over the wire, and what in it breaks the protocol."""

import enum
import json

from lsprotocol import converters, types

CONVERTER = converters.get_converter()
ALIASES = {"jsonrpc", "id", "method"}


class Transcript:
    def __init__(self, path):
        self.path = path

    def rows(self):
        if not self.path.exists():
            return []
        # The last line may be half written while the client runs.
        return [json.loads(line) for line in self.path.read_text(encoding="utf-8").split("\n")[:-1]]

    def messages(self, side):
        return [row["message"] for row in self.rows() if row.get("from") == side and "message" in row]

    def sent(self, method, side="client"):
        return [each for each in self.messages(side) if each.get("method") == method]

    def results(self, method):
        """The results of the client's requests for a method, in order."""
        asked = {json.dumps(each["id"]) for each in self.sent(method) if "id" in each}
        return [
            each["result"]
            for each in self.messages("server")
            if "method" not in each and json.dumps(each.get("id")) in asked and "result" in each
        ]

    def capabilities(self):
        results = self.results("initialize")
        return results[0]["capabilities"] if results else {}

    def findings(self):
        """The latest findings that were published for each document."""
        return {
            each["params"]["uri"]: each["params"]["diagnostics"]
            for each in self.sent("textDocument/publishDiagnostics", "server")
        }

    def text(self, name):
        """The document as the server must have it after all the client's changes."""
        encoding, text = self.capabilities().get("positionEncoding", "utf-16"), None
        for message in self.messages("client"):
            params = message.get("params") or {}
            if not (params.get("textDocument") or {}).get("uri", "").endswith("/" + name):
                continue
            if message["method"] == "textDocument/didOpen":
                text = params["textDocument"]["text"]
            for change in params.get("contentChanges", []) if message["method"] == "textDocument/didChange" else []:
                text = changed(text, change, encoding)
        return text


def changed(text, change, encoding):
    if not change.get("range"):
        return change["text"]
    start, end = (offset(text, change["range"][edge], encoding) for edge in ("start", "end"))
    return text[:start] + change["text"] + text[end:]


def units(text, encoding):
    return {"utf-8": len(text.encode()), "utf-32": len(text)}.get(encoding, len(text.encode("utf-16-le")) // 2)


def offset(text, position, encoding="utf-16"):
    lines = text.split("\n")
    if position["line"] >= len(lines):
        return len(text)
    line, column = lines[position["line"]], 0
    while column < len(line) and units(line[:column], encoding) < position["character"]:
        column += 1
    return sum(len(each) + 1 for each in lines[: position["line"]]) + column


def position(text, index):
    """The line and the UTF-16 column of a character."""
    line = text[:index].rsplit("\n", 1)[-1]
    return [text[:index].count("\n"), units(line, "utf-16")]


def plain(value):
    """The value without nulls and enumerations, so that what was sent and what a typed client read can be compared."""
    if isinstance(value, dict):
        return {key: plain(each) for key, each in value.items() if each is not None}
    if isinstance(value, list):
        return [plain(each) for each in value]
    return value.value if isinstance(value, enum.Enum) else value


def unlike(sent, read, path=""):
    """The first place at which two values differ."""
    if isinstance(sent, dict) and isinstance(read, dict):
        for key in sent.keys() | read.keys():
            if key not in read:
                return f"{path}.{key} is unknown to the protocol"
            if key in sent and (found := unlike(sent[key], read[key], f"{path}.{key}")):
                return found
        return None
    if isinstance(sent, list) and isinstance(read, list) and len(sent) == len(read):
        return next(filter(None, (unlike(a, b, f"{path}[{n}]") for n, (a, b) in enumerate(zip(sent, read)))), None)
    return None if type(sent) is type(read) and sent == read else f"{path} is {sent!r}, a typed client reads {read!r}"


def misread(message, kind):
    """What is wrong with one message of the server, read as this type of the protocol; None where nothing is."""
    try:
        read = CONVERTER.unstructure(CONVERTER.structure(message, kind))
    except Exception as problem:
        cause = problem
        while getattr(cause, "exceptions", None):
            cause = cause.exceptions[0]
        return f"{type(cause).__name__}: {cause}"
    return unlike(
        plain({k: v for k, v in message.items() if k not in ALIASES}),
        plain({k: v for k, v in read.items() if k not in ALIASES}),
    )


def violations(transcript):
    """Every way in which the server broke the protocol."""
    broken, asked, own = [], {}, {}
    for row in transcript.rows():
        if "fault" in row:
            if row["from"] == "server":
                broken.append(row["fault"])
            continue
        if "exit" in row and row["exit"] not in (0, 1, 143):
            broken.append(f"the server ended with {row['exit']}")
        message = row.get("message")
        if message is None:
            continue
        if row["from"] == "client":
            if "method" in message and "id" in message:
                asked[json.dumps(message["id"])] = message
            elif "method" not in message:
                own.pop(json.dumps(message.get("id")), None)
            continue
        if message.get("jsonrpc") != "2.0":
            broken.append("a message does not say jsonrpc 2.0")
        if "method" in message:
            broken += told(message, asked)
            if "id" in message:
                own[json.dumps(message["id"])] = message
        else:
            broken += answered(message, asked.pop(json.dumps(message.get("id")), None))
    methods = sorted({each["method"] for each in asked.values()} - {"shutdown"})
    return broken + [f"{method} was never answered" for method in methods]


def told(message, asked):
    method = message["method"]
    if method not in types.METHOD_TO_TYPES:
        return [f"{method} is no method of the protocol"]
    problem = misread(message, types.METHOD_TO_TYPES[method][0])
    return [f"{method}: {problem}"] if problem else []


def answered(message, request):
    if request is None:
        return [f"an answer to {message.get('id')!r}, which was not asked"]
    if ("result" in message) == ("error" in message):
        return [f"{request['method']}: neither or both of result and error"]
    kinds = types.METHOD_TO_TYPES.get(request["method"])
    if "error" in message or kinds is None:
        return [] if isinstance(message.get("error", {}).get("code"), int) else [f"{request['method']}: no error code"]
    problem = misread(message, kinds[1])
    return [f"{request['method']}: {problem}"] if problem else []
