"""The message of one keystroke, decoded over and over."""
import subprocess
import tempfile

from archive import run
from client import framed
from peers import ROOT

DECODED = "a keystroke's message decoded"
TIMES = 400_000
PLACE = {"line": 12, "character": 117}
KEYSTROKE = framed({"jsonrpc": "2.0", "method": "textDocument/didChange", "params": {
    "textDocument": {"uri": "file:///home/desk/articles/2023-11-29-bridge.news", "version": 17},
    "contentChanges": [{"range": {"start": PLACE, "end": PLACE}, "text": "a"}]}})


def decodes(newsmark, folder, rounds, samples):
    """Microseconds of processor time a message: what twice as many take more."""
    program = decoder(folder)
    for _ in range(rounds):
        few, many = (processor(program, times) for times in (TIMES, 2 * TIMES))
        samples.add(DECODED, "", newsmark.name, (many - few) / TIMES * 1e6)


def processor(program, times):
    with tempfile.TemporaryFile() as input:
        input.write(KEYSTROKE)
        input.seek(0)
        return run([program, str(times)], input)[1]


def decoder(folder):
    """The module LSP built as it is for the program, and a loop around it."""
    flags = ["swiftc", "-O", "-wmo", "-swift-version", "6", "-parse-as-library", "-package-name", "newsmark", "-static-executable"]
    module, program = folder / "LSP.o", folder / "decode"
    subprocess.run([*flags, "-module-name", "LSP", "-emit-module", "-emit-module-path", folder / "LSP.swiftmodule",
                    "-c", *(ROOT / "Sources" / "LSP").glob("*.swift"), "-o", module], check=True)
    subprocess.run([*flags, "-I", folder, ROOT / "Tests" / "Benchmarks" / "Decode.swift", module, "-use-ld=lld", "-o", program],
                   check=True)
    return program
