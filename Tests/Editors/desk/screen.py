"""A screen of its own for a client with windows, its keyboard and mouse, and what a screen reader would read there."""

import json
import os
import pathlib
import subprocess
import time

from desk.transcript import position
from desk.workspace import wait

DEBIAN = [
    "xvfb",
    "openbox",
    "xdotool",
    "imagemagick",
    "xclip",
    "dbus",
    "fonts-dejavu-core",
    "at-spi2-core",
    "python3-pyatspi",
    "gir1.2-atspi-2.0",
]
READER = pathlib.Path(__file__).with_name("reader.py")


class Screen:
    def __init__(self, workspace, height=900):
        self.workspace, self.processes, self.height = workspace, [], height
        read, write = os.pipe()
        self.start(
            ["Xvfb", "-displayfd", str(write), "-screen", "0", f"1400x{height}x24", "-nolisten", "tcp"],
            pass_fds=(write,),
        )
        os.close(write)
        runtime = workspace.base / "run"
        runtime.mkdir(mode=0o700)
        self.environment = dict(
            workspace.environment,
            DISPLAY=":" + os.read(read, 20).decode().strip(),
            XDG_RUNTIME_DIR=str(runtime),
            QT_QPA_PLATFORM="xcb",
            QT_LINUX_ACCESSIBILITY_ALWAYS_ON="1",
            LIBGL_ALWAYS_SOFTWARE="1",
            NO_AT_BRIDGE="0",
        )
        bus = self.start(["dbus-daemon", "--session", "--print-address=1", "--nofork"], stdout=subprocess.PIPE)
        self.environment["DBUS_SESSION_BUS_ADDRESS"] = bus.stdout.readline().decode().strip()
        self.start(["/usr/libexec/at-spi-bus-launcher", "--launch-immediately"])
        # Who asks before it is there is given another one.
        wait(lambda: "boolean true" in self.call("org.freedesktop.DBus", "/", "NameHasOwner", "string:org.a11y.Bus"))
        self.start(["openbox"])
        # Programs tell what they show only if somebody reads when they start.
        self.listen()
        time.sleep(1)

    def start(self, command, **more):
        more.setdefault("stdout", subprocess.DEVNULL)
        more.setdefault("stdin", subprocess.DEVNULL)
        process = subprocess.Popen(
            [str(each) for each in command],
            env=getattr(self, "environment", os.environ),
            cwd=self.workspace.folder,
            stderr=subprocess.DEVNULL,
            **more,
        )
        self.processes.append(process)
        return process

    def listen(self):
        self.reader = self.start(["/usr/bin/python3", READER], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.ask("read")

    def call(self, whom, path, method, *words):
        """The answer of a program on the bus."""
        method = f"org.freedesktop.DBus.{method}"
        command = ["dbus-send", "--session", "--print-reply", f"--dest={whom}", path, method, *words]
        return subprocess.run(command, env=self.environment, capture_output=True, text=True).stdout

    def do(self, *words):
        return subprocess.run(
            ["xdotool", *map(str, words)], env=self.environment, capture_output=True, text=True
        ).stdout

    def key(self, *keys, pause=0.3):
        self.do("key", "--clearmodifiers", "--delay", "40", *keys)
        time.sleep(pause)

    def type(self, text, pause=0.5):
        self.do("type", "--delay", "50", text)
        time.sleep(pause)

    def window(self, title, seconds=40):
        """The window with that word in its title, brought to the front and made as large as the screen."""
        found = wait(lambda: self.do("search", "--onlyvisible", "--name", title).split(), seconds, 0.5)
        if found:
            self.do("windowactivate", "--sync", found[0])
            self.do("windowmove", found[0], 0, 0)
            self.do("windowsize", "--sync", found[0], 1380, self.height - 40)
            time.sleep(1)
        return found

    def open(self, command, title):
        """Starts the client; one that the screen reader does not hear, as happens, is started again."""
        for _ in range(6):
            process = self.start(command)
            self.window(title)
            if wait(self.read, 4):
                break
            process.kill()
            process.wait()
            self.workspace.transcript.path.unlink(missing_ok=True)
        return process

    def shot(self, name):
        path = self.workspace.out / f"{name}.png"
        subprocess.run(["import", "-window", "root", path], env=self.environment, check=True)
        return path

    def ask(self, what, **more):
        self.reader.stdin.write(json.dumps({"do": what, **more}) + "\n")
        self.reader.stdin.flush()
        return json.loads(self.reader.stdout.readline())

    def read(self, *roles):
        """What a screen reader finds on the screen, or of these roles only."""
        return [each for each in self.ask("read") if not roles or each["role"] in roles]

    def press(self, name, *roles, pause=1.0):
        """Chooses the menu item (or what has one of these roles) of that name."""
        done = self.ask("press", name=name, roles=roles or ["menu item"])
        time.sleep(pause)
        return done

    def editor(self):
        """The text and the cursor of the article, as the window shows them: the longest text that can be seen."""
        seen = wait(lambda: [each for each in self.read("text") if each.get("box", [0, 0, 0])[2] > 0], 8)
        return max(seen, key=lambda each: len(each.get("text", "")))

    def index(self, place):
        """Which character of the article stands at a place."""
        lines = self.workspace.article.spoilt.split("\n")
        return sum(len(each) + 1 for each in lines[: place.line]) + place.column

    def go(self, place, pause=0.3):
        """Puts the cursor there."""
        self.key("Escape", pause=0.1)
        self.ask("caret", offset=self.index(place))
        time.sleep(pause)

    def at(self):
        """The line and the UTF-16 column of the cursor."""
        editor = self.editor()
        return position(editor["text"], editor["caret"])

    def hover(self, place, spacing, pause=2.0):
        """Moves the mouse onto the character at a place of a text that is shown from its first line, as a hand does."""
        x, _, width, _ = self.ask("where", offset=self.index(place))
        y = self.editor()["box"][1] + 4 + spacing * place.line + spacing // 2
        self.do("mousemove", x + width // 2 - 20, y)
        self.do("mousemove", x + width // 2, y)
        time.sleep(pause)

    def cells(self):
        """The cells of every list and tree that is on the screen."""
        return [each["name"] for each in self.read("table cell", "list item") if each["name"]]

    def popups(self):
        """What stands in labels and tips that can be seen."""
        seen = [each for each in self.read("label", "tool tip") if each.get("box", [0, 0, 0, 0])[2] > 0]
        return [each.get("text") or each["name"] for each in seen]

    def undone(self, undo):
        """Undoes until the text is as it was opened."""
        for _ in range(6):
            if self.editor()["text"] == self.workspace.article.spoilt:
                return True
            undo()
        return False

    def clipboard(self):
        command = ["xclip", "-selection", "clipboard", "-o"]
        return subprocess.run(command, env=self.environment, capture_output=True, text=True).stdout

    def close(self):
        for process in reversed(self.processes):
            process.terminate()
            try:
                process.wait(3)
            except subprocess.TimeoutExpired:
                process.kill()


def fresh(now, before):
    """What is there now and was not before."""
    rest = list(before)
    return [each for each in now if each not in rest or rest.remove(each)]
