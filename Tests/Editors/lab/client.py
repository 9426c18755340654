"""JupyterLab with jupyterlab-lsp, in Chromium without a window; the page tells what it shows."""

import contextlib
import importlib.metadata
import socket
import subprocess
import sys
import time
import urllib.request

from desk.workspace import wait

DEBIAN = ["chromium", "chromium-driver", "fonts-dejavu-core", "git"]
PYPI = ["jupyterlab==4.6.6", "jupyterlab-lsp==5.3.0", "selenium==4.36.0"]
CI = False
BROWSER = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--window-size=1400,1000",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
LAB = "window.jupyterapp"
WIDGET = f"[...{LAB}.shell.widgets('main')].find(each => each.context && each.context.path === arguments[0])"


def version():
    lab, lsp = (importlib.metadata.version(each) for each in ("jupyterlab", "jupyterlab-lsp"))
    return f"JupyterLab {lab}, jupyterlab-lsp {lsp}"


class Lab:
    def __init__(self, workspace):
        from selenium import webdriver
        from selenium.webdriver.chrome.service import Service

        self.name = workspace.article.file
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        command = [
            sys.executable,
            "-m",
            "jupyterlab",
            "--ip=127.0.0.1",
            f"--port={port}",
            "--no-browser",
            "--allow-root",
            "--IdentityProvider.token=desk",
            "--expose-app-in-browser",
            f"--ServerApp.root_dir={workspace.folder}",
            "--LabApp.news_url=",
            "--LanguageServerManager.autodetect=False",
        ]
        self.server = subprocess.Popen(
            command,
            cwd=workspace.folder,
            env=workspace.environment,
            stdin=subprocess.DEVNULL,
            stdout=open(workspace.out / "console.txt", "wb"),
            stderr=subprocess.STDOUT,
        )
        address = f"http://127.0.0.1:{port}"
        wait(lambda: answers(f"{address}/api?token=desk"), 60, 0.5)
        options = webdriver.ChromeOptions()
        for each in BROWSER:
            options.add_argument(each)
        options.binary_location = "/usr/bin/chromium"
        self.browser = webdriver.Chrome(options=options, service=Service("/usr/bin/chromedriver"))
        self.browser.set_script_timeout(30)
        self.browser.get(f"{address}/lab?reset&token=desk")
        wait(lambda: self.run(f"return !!({LAB} && document.querySelector('#jp-main-statusbar'))"), 90, 0.5)
        self.run(f"{LAB}.commands.execute('docmanager:open', {{path: arguments[0], factory: 'Editor'}})", self.name)
        wait(lambda: self.run("return document.querySelectorAll('.jp-FileEditor .cm-content').length"), 60, 0.5)
        wait(lambda: self.run("return document.querySelectorAll('.cm-lintRange').length"), 30)
        time.sleep(1.5)

    def run(self, script, *values):
        return self.browser.execute_script(script, *values)

    def known(self, name):
        """The command as this version calls it: with the kind of document in its name, or without."""
        commands = self.run(f"return {LAB}.commands.listCommands()")
        return next(each for each in (f"{name}-file-editor", f"{name}-file", name) if each in commands)

    def command(self, name):
        script = f"const end = arguments[1]; {LAB}.commands.execute(arguments[0]).then(() => end(), end)"
        return self.browser.execute_async_script(script, self.known(name))

    def go(self, place):
        script = f"""const widget = {WIDGET}; {LAB}.shell.activateById(widget.id); const editor = widget.content.editor;
            editor.setCursorPosition({{line: arguments[1], column: arguments[2]}}); editor.focus();
            const at = editor.getCoordinateForPosition({{line: arguments[1], column: arguments[2]}});
            return [at.left, (at.top + at.bottom) / 2];"""
        spot = self.run(script, self.name, place.line, place.units)
        time.sleep(0.6)
        return spot

    def at(self):
        found = self.run(f"return {LAB}.shell.currentWidget.content.editor.getCursorPosition()")
        return [found["line"], found["column"]]

    def text(self):
        return self.run(f"return ({WIDGET}).context.model.toString()", self.name)

    def restore(self, text):
        self.run(f"({WIDGET}).context.model.sharedModel.setSource(arguments[1])", self.name, text)
        time.sleep(1)

    def keys(self, *keys):
        from selenium.webdriver.common.action_chains import ActionChains

        ActionChains(self.browser).send_keys(*keys).perform()
        time.sleep(0.6)

    def findings(self):
        """The rows of the panel of findings, which counts lines from zero."""
        self.command("lsp:show-diagnostics-panel")
        time.sleep(2)
        rows = self.run(
            "return [...document.querySelectorAll('.lsp-diagnostics-listing tbody tr')]"
            ".map(row => [...row.querySelectorAll('td')].map(cell => cell.innerText))"
        )
        return [{"line": int(place.split(":")[0]), "text": " ".join(row)} for row in rows for place in row[-1:]]

    def hover(self, place):
        """The mouse on a word, with Control held down, which is how jupyterlab-lsp asks."""
        from selenium.webdriver.common.action_chains import ActionChains
        from selenium.webdriver.common.keys import Keys

        x, y = map(int, self.go(place))
        mouse = ActionChains(self.browser)
        mouse.w3c_actions.pointer_action.move_to_location(x + 30, y)
        mouse.key_down(Keys.CONTROL).pause(0.3)
        mouse.w3c_actions.pointer_action.move_to_location(x + 2, y)
        mouse.pause(1.5).key_up(Keys.CONTROL).perform()
        found = "[...document.querySelectorAll('.lsp-hover, .lsp-tooltip, .jp-Tooltip')]"
        tips = f"return {found}.map(each => each.innerText).join()"
        return wait(lambda: self.run(tips), 5)

    def close(self):
        if hasattr(self, "browser"):
            self.browser.quit()
        self.server.terminate()
        try:
            self.server.wait(10)
        except subprocess.TimeoutExpired:
            self.server.kill()


def answers(address):
    try:
        return urllib.request.urlopen(address, timeout=2).status == 200
    except OSError:
        return False


def drive(workspace):
    workspace.install("jupyterlab")
    with contextlib.closing(Lab(workspace)) as lab:
        return look(lab, workspace)


def look(lab, workspace):
    article, places, seen = workspace.article, workspace.article.places, {}
    opened = lab.findings()
    lab.browser.save_screenshot(str(workspace.out / "open.png"))
    seen["hover"] = lab.hover(places["mention"])
    lab.go(places["mention"])
    wait(lambda: workspace.transcript.results("textDocument/documentHighlight"), 5)
    time.sleep(1)
    seen["highlight"] = lab.run(
        "return document.querySelectorAll('[class*=highlight][class*=cm-l], .cm-lsp-highlight').length"
    )
    lab.command("lsp:jump-to-definition")
    time.sleep(1.5)
    seen["definition"] = lab.at()[0]
    seen["jump"] = jump(lab, places["quotation"])
    seen["completion"] = complete(lab, places["unfinished"])
    seen["rename"] = rename(lab, places["mention"], article.person.split()[0] + " Newname")
    lab.go(places["missing"])
    lab.keys("”")
    seen["diagnostics"] = {"opened": opened, "repaired": lab.findings()}
    lab.go(places["top"])
    lab.command("docmanager:save")
    time.sleep(1)
    seen["save"] = workspace.saved()
    for feature in (
        "outline",
        "references",
        "symbols",
        "actions",
        "formatting",
        "colours",
        "folding",
        "selection",
        "hints",
        "lenses",
        "links",
        "calls",
    ):
        seen[feature] = {"cannot": "jupyterlab-lsp 5.3 does not ask for it"}
    return seen


def jump(lab, place):
    lab.go(place)
    passed = []
    for _ in range(4):
        lab.command("lsp:jump-to-definition")
        time.sleep(1)
        passed.append(lab.at())
    return {"by": "Jump to definition, from a quotation to who says it and on to the next", "passed": passed}


def complete(lab, place):
    """What fits is listed; where it goes when it is taken was seen to be the end of the file."""
    before = lab.text()
    lab.go(place)
    lab.command("completer:invoke")
    labels = wait(
        lambda: lab.run("return [...document.querySelectorAll('.jp-Completer-item')].map(each => each.innerText)"), 4
    )
    lab.keys("\ue007")
    line = lab.text().split("\n")[place.line]
    lab.restore(before)
    if labels and line == before.split("\n")[place.line]:
        return {"cannot": "it lists what fits, but puts what is taken at the end of a plain text file"}
    return {"labels": labels or [], "line": line}


def rename(lab, place, name):
    before = lab.text()
    lab.go(place)
    lab.run(f"setTimeout(() => {LAB}.commands.execute(arguments[0]))", lab.known("lsp:rename-symbol"))
    field = wait(lambda: lab.browser.find_elements("css selector", ".jp-Dialog input"), 5)
    if field:
        field[0].send_keys("\ue009", "a")
        field[0].send_keys("\ue000", name, "\ue007")
        wait(lambda: lab.text() != before, 5)
    text = lab.text()
    lab.restore(before)
    return text
