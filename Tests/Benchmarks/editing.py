"""One editor, one article: what a writer waits for."""
import time

import articles
from client import Client, Late
from peers import empty

SIZES = {"4 KB": 4 << 10, "100 KB": 100 << 10, "1 MB": 1 << 20, "10 MB": 10 << 20}
OPEN, KEY, OUTLINE = "open → diagnostics", "keystroke → diagnostics", "outline after an edit"
HOVER, COMPLETION = "hover after an edit", "completion after an edit"
ANSWER, LAST = "200 keystrokes + a request: answer", "200 keystrokes: last diagnostics"
START, MEMORY = "spawn → initialize answered", "resident memory, article open"
PROGRAM = "size of the program"
WAIT = "names being read: longest wait for an answer"
TYPED = "and the talks would go on in the morning while others waited "


def starts(peers, folder, rounds, samples):
    for peer in peers:
        samples.add(PROGRAM, "", peer.name, peer.path.stat().st_size / 1e6)
    for _ in range(rounds):
        for peer in peers:
            client = Client([peer.path, *peer.serve], empty(folder / "start" / peer.name), peer.pulls)
            samples.add(START, "", peer.name, client.initialize())
            client.stop(0.1)  # two of them wait for more after they were told to end


def edits(peers, folder, size, rounds, samples, limit):
    """Every round lets each server in turn start afresh, open the article and follow the typing."""
    for turn in range(rounds):
        for peer in peers:
            try:
                Session(peer, empty(folder / "edit" / peer.name), size, samples, limit).run()
            except Late as late:
                print(f"{peer.name}, {size}, round {turn + 1}: {late}", flush=True)


class Session:
    def __init__(self, peer, folder, size, samples, limit):
        self.peer, self.size, self.samples, self.limit = peer, size, samples, limit
        self.text, (self.line, self.column) = samples.article(peer, SIZES[size])
        self.lines = self.text.split("\n")
        path = folder / f"article{peer.suffix}"
        path.write_text(self.text, encoding="utf-8")
        self.uri, self.version, self.typed = path.as_uri(), 1, 0
        self.client = Client([peer.path, *peer.serve], folder, peer.pulls)

    def run(self):
        try:
            self.client.initialize()
            self.client.settle(0.1)
            self.attempt(OPEN, self.open)
            self.attempt(WAIT, self.longest_wait)
            self.samples.add(MEMORY, self.size, self.peer.name, self.client.memory())
            for _ in range(20 if SIZES[self.size] < 1 << 20 else 6):
                self.attempt(KEY, self.key)
                self.client.settle(0.02)
            if self.client.can.get("documentSymbolProvider"):
                for _ in range(5):
                    self.attempt(OUTLINE, self.outline)
                    self.client.settle(0.05)
            self.name()
            self.client.settle(0.2)
            self.burst()
        finally:
            self.client.stop()

    def attempt(self, scenario, act):
        """What was too slow once is not asked of this server again: the time limit stands for it."""
        if self.samples.gave_up(scenario, self.size, self.peer.name):
            raise Late(f"{scenario}: not tried again")
        try:
            self.samples.add(scenario, self.size, self.peer.name, act())
        except Late:
            self.samples.give_up(scenario, self.size, self.peer.name)
            raise

    def open(self):
        document = {"uri": self.uri, "languageId": self.peer.language, "version": 1, "text": self.text}
        message = self.client.notification("textDocument/didOpen", {"textDocument": document})
        found = self.diagnosed(message)
        self.samples.findings[self.peer.name, self.size] = len(found)
        return self.taken

    def longest_wait(self):
        """Asks for nothing, a millisecond after each answer, until the names and speakers behind the findings are read."""
        longest, end = 0, time.perf_counter() + 0.2 + SIZES[self.size] / 4e6
        while time.perf_counter() < end:
            start = self.client.send(self.client.request("textDocument/nothing", self.document()))
            self.client.wait(self.limit, self.client.answers(self.client.number))
            longest = max(longest, self.client.since(start))
            self.client.settle(0.001)
        return longest

    def key(self):
        self.diagnosed(self.typing())
        return self.taken

    def outline(self):
        return self.asked(self.typing(), "textDocument/documentSymbol", self.document())

    def name(self):
        """Looks up a name while typing elsewhere, then has one completed while typing it, letter by letter."""
        line, column, name = articles.name_below(self.lines, self.line)
        if self.client.can.get("hoverProvider"):
            params = self.document() | {"position": {"line": line, "character": column + 1}}
            for _ in range(5):
                self.attempt(HOVER, lambda: self.asked(self.typing(), "textDocument/hover", params))
                self.client.settle(0.05)
        if self.client.can.get("completionProvider"):
            end = articles.utf16(self.lines[line])
            self.diagnosed(self.insertion(line, end, " "))
            self.client.settle(0.05)
            for index, letter in enumerate(name.split()[-1][:5], end + 1):
                params = self.document() | {"position": {"line": line, "character": index + 1}}
                self.attempt(COMPLETION, lambda: self.asked(
                    self.insertion(line, index, letter), "textDocument/completion", params))
                self.client.settle(0.05)

    def asked(self, changes, method, params):
        """What a question right behind changes takes; ours has to have an answer."""
        start = self.client.send(changes + self.client.request(method, params))
        result = self.client.wait(self.limit, self.client.answers(self.client.number)).get("result")
        if self.peer.name == "newsmark" and not (result.get("items", result) if isinstance(result, dict) else result):
            raise SystemExit(f"newsmark has no answer to {method} in {self.size}")
        return self.client.since(start)

    def burst(self):
        """200 keystrokes in one write, then a request; where the whole text goes over each time, 20 of a large one."""
        count = 200
        if self.client.whole and SIZES[self.size] >= 1 << 20:
            count = 20
            self.samples.fewer.update((scenario, self.size, self.peer.name) for scenario in (ANSWER, LAST))
        if self.client.can.get("documentSymbolProvider"):
            self.attempt(ANSWER, lambda: self.asked(
                b"".join(self.typing() for _ in range(count)), "textDocument/documentSymbol", self.document()))
            self.client.settle(0.3)
        self.attempt(LAST, lambda: self.key_after(count))

    def key_after(self, count):
        self.diagnosed(b"".join(self.typing() for _ in range(count)), count)
        return self.taken

    def diagnosed(self, message, count=1):
        """Sends and waits for the diagnostics of the newest version, which some servers want to be asked for."""
        if self.client.pulls:
            start = self.client.send(message + self.client.request("textDocument/diagnostic", self.document()))
            found = self.client.wait(self.limit, self.client.answers(self.client.number)).get("result", {}).get("items", [])
        else:
            start = self.client.send(message)
            wanted = self.client.publishes(self.uri, self.version, count)
            found = self.client.wait(self.limit, wanted)["params"]["diagnostics"]
        self.taken = self.client.since(start)
        return found

    def typing(self):
        """One more character at the writer's place."""
        letter = TYPED[self.typed % len(TYPED)]
        self.typed += 1
        return self.insertion(self.line, self.column + self.typed - 1, letter)

    def insertion(self, line, column, letter):
        """The change that puts a letter in at a UTF-16 column of a line."""
        self.version += 1
        place = {"line": line, "character": column}
        change = {"range": {"start": place, "end": place}, "text": letter}
        if self.client.whole:
            words = self.lines[line].encode("utf-16-le")
            self.lines[line] = words[:2 * column].decode("utf-16-le") + letter + words[2 * column:].decode("utf-16-le")
            change = {"text": "\n".join(self.lines)}
        params = {"textDocument": {"uri": self.uri, "version": self.version}, "contentChanges": [change]}
        return self.client.notification("textDocument/didChange", params)

    def document(self):
        return {"textDocument": {"uri": self.uri}}
