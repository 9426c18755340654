"""A client of one language server: a thread-free pipe with a clock."""
import json
import os
import select
import subprocess
import time


class Late(Exception):
    """The server did not answer in time, or ended."""


class Client:
    def __init__(self, command, folder, pulls=False):
        self.pulls, self.folder, self.number, self.incoming = pulls, folder, 0, bytearray()
        self.started, self.reports = time.perf_counter(), []
        self.process = subprocess.Popen(command, cwd=folder, bufsize=0, stdin=subprocess.PIPE,
                                        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        self.input, self.output = self.process.stdin.fileno(), self.process.stdout.fileno()
        os.set_blocking(self.input, False)
        os.set_blocking(self.output, False)

    def initialize(self, limit=30):
        """Milliseconds from the start of the process to the answer."""
        taken = self.greet(limit)
        self.send(self.notification("initialized", {}))
        return taken

    def greet(self, limit):
        """The same, and the server is not told that it was heard."""
        document = {"publishDiagnostics": {"versionSupport": True},
                    "documentSymbol": {"hierarchicalDocumentSymbolSupport": True}}
        if self.pulls:
            document["diagnostic"] = {}
        uri = self.folder.as_uri()
        self.send(self.request("initialize", {
            "processId": os.getpid(), "rootUri": uri, "workspaceFolders": [{"uri": uri, "name": "articles"}],
            "capabilities": {"workspace": {"configuration": True, "workspaceFolders": True,
                                           "didChangeWatchedFiles": {"dynamicRegistration": True}},
                             "window": {"workDoneProgress": True}, "textDocument": document}}))
        answer = self.wait(limit, self.answers(self.number))
        taken = self.since(self.started)
        self.can = answer["result"]["capabilities"]
        sync = self.can.get("textDocumentSync", 0)
        self.whole = (sync.get("change") if isinstance(sync, dict) else sync) == 1
        return taken

    def stop(self, limit=2):
        try:
            self.send(self.request("shutdown", None))
            self.wait(limit, self.answers(self.number))
            self.send(self.notification("exit", None))
            self.process.wait(limit)
        except (Late, subprocess.TimeoutExpired):
            self.process.kill()
            self.process.wait()
        self.process.stdin.close()
        self.process.stdout.close()

    def since(self, start):
        return (self.heard - start) * 1000

    def memory(self):
        """Resident memory in MiB."""
        with open(f"/proc/{self.process.pid}/status") as status:
            return next(int(line.split()[1]) for line in status if line.startswith("VmRSS")) / 1024

    def used(self):
        """Seconds of processor time that all its threads have used."""
        with open(f"/proc/{self.process.pid}/stat") as stat:
            fields = stat.read().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def rest(self, limit, quiet=0.5):
        """Reads on until it has used no processor time for so many seconds; returns the last moment at which it had."""
        used, last = self.used(), time.perf_counter()
        end = last + limit
        while time.perf_counter() < last + quiet:
            self.settle_until(time.perf_counter() + 0.005)
            if (now := self.used()) != used:
                used, last = now, time.perf_counter()
            if last > end:
                raise Late(f"still busy after {limit} s")
        return last

    # Messages

    def request(self, method, params):
        self.number += 1
        given = {} if params is None else {"params": params}
        return framed({"jsonrpc": "2.0", "id": self.number, "method": method, **given})

    def notification(self, method, params):
        return framed({"jsonrpc": "2.0", "method": method, "params": params})

    def answers(self, number):
        return lambda message: "method" not in message and message.get("id") == number

    def publishes(self, uri, version, count):
        """Diagnostics of this version; of a server that names no versions, as many as there were changes."""
        left = count

        def matches(message):
            nonlocal left
            params = message.get("params")
            if message.get("method") != "textDocument/publishDiagnostics" or params["uri"] != uri:
                return False
            left -= 1
            return left == 0 if params.get("version") is None else params["version"] >= version
        return matches

    # The pipe

    def send(self, data):
        """Writes all of it, reading meanwhile so that neither side waits for the other; returns when it began."""
        start = time.perf_counter()
        rest = memoryview(data)
        while rest:
            try:
                rest = rest[os.write(self.input, rest):]
            except BlockingIOError:
                ready, _, _ = select.select([self.output], [self.input], [], 30)
                if ready:
                    self.read()
            except BrokenPipeError:
                raise Late("it ended")
        return start

    def read(self):
        data = os.read(self.output, 1 << 20)
        self.heard = time.perf_counter()
        if not data:
            raise Late("it ended")
        self.incoming += data

    def wait(self, limit, *wanted):
        """The message that fits the last of the wanted, once each of them has been met."""
        wanted, found = list(wanted), None
        end = time.perf_counter() + limit
        while True:
            while (message := self.next()) is not None:
                met = [each for each in wanted if each(message)]
                wanted = [each for each in wanted if each not in met]
                found = message if met else found
                if not wanted:
                    return found
            left = end - time.perf_counter()
            if left <= 0:
                raise Late(f"nothing for {limit} s")
            if select.select([self.output], [], [], left)[0]:
                self.read()

    def settle(self, quiet):
        """Reads on until nothing has come for so many seconds."""
        while select.select([self.output], [], [], quiet)[0]:
            self.read()
            while self.next() is not None:
                pass

    def settle_until(self, moment):
        """Reads whatever comes until then."""
        while (left := moment - time.perf_counter()) > 0:
            if select.select([self.output], [], [], left)[0]:
                self.read()
                while self.next() is not None:
                    pass

    def next(self):
        """The next whole message; what the server asks is answered on the way."""
        end = self.incoming.find(b"\r\n\r\n")
        if end < 0:
            return None
        header = bytes(self.incoming[:end]).lower()
        length = int(header.split(b"content-length:")[1].split(b"\r\n")[0])
        if len(self.incoming) < end + 4 + length:
            return None
        message = json.loads(bytes(self.incoming[end + 4:end + 4 + length]))
        del self.incoming[:end + 4 + length]
        if message.get("method") == "$/progress":
            self.reports.append((self.heard, message["params"]["value"].get("message") or ""))
        if "method" in message and "id" in message:
            result = None
            if message["method"] == "workspace/configuration":
                result = [None] * len(message["params"]["items"])
            self.send(framed({"jsonrpc": "2.0", "id": message["id"], "result": result}))
        return message


def framed(message):
    body = json.dumps(message, ensure_ascii=False, separators=(",", ":")).encode()
    return b"Content-Length: %d\r\n\r\n" % len(body) + body
