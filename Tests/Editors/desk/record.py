"""Stands between a client and the server and notes every message: record.py TRANSCRIPT SERVER ARGUMENT…

One JSON value a line: {"from": "client" | "server", "message": …}, {"from": …, "fault": …}, {"exit": code}, {"stderr": …}.
"""

import json
import os
import signal
import subprocess
import sys
import threading


class Transcript:
    def __init__(self, path):
        self.file = open(path, "a", buffering=1, encoding="utf-8")
        self.lock = threading.Lock()

    def note(self, **what):
        with self.lock:
            self.file.write(json.dumps(what, ensure_ascii=False) + "\n")


def body(buffer):
    """The first whole frame as (body, rest), or None; a header that is not one raises."""
    end = buffer.find(b"\r\n\r\n")
    if end < 0:
        return None
    headers = dict(line.split(b": ", 1) for line in buffer[:end].split(b"\r\n"))
    unknown = set(headers) - {b"Content-Length", b"Content-Type"}
    if unknown:
        raise ValueError(f"unknown header {sorted(unknown)}")
    start, length = end + 4, int(headers[b"Content-Length"])
    if len(buffer) < start + length:
        return None
    return buffer[start : start + length], buffer[start + length :]


def pass_on(source, sink, side, transcript):
    """Copies bytes unchanged; a message is noted before it is passed on, so that lines stand in the order of events."""
    buffer, readable = b"", True
    while chunk := source.read1(1 << 16):
        buffer += chunk
        try:
            while readable and (frame := body(buffer)):
                message, buffer = frame
                transcript.note(**{"from": side, "message": json.loads(message.decode("utf-8"))})
        except (ValueError, KeyError) as problem:
            transcript.note(**{"from": side, "fault": str(problem)})
            readable = False
        try:
            sink.write(chunk)
            sink.flush()
        except OSError:
            break
    if buffer and readable:
        transcript.note(**{"from": side, "fault": f"the stream ends {len(buffer)} bytes into a message"})
    try:
        sink.close()
    except OSError:
        pass


def main(path, command):
    transcript = Transcript(path)
    server = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT):
        signal.signal(number, lambda *_: server.terminate())

    def complaints():
        for line in server.stderr:
            transcript.note(stderr=line.decode("utf-8", "replace").rstrip("\n"))

    out = threading.Thread(target=pass_on, args=(server.stdout, sys.stdout.buffer, "server", transcript), daemon=True)
    threads = [out, threading.Thread(target=complaints, daemon=True)]
    for thread in threads + [
        threading.Thread(target=pass_on, args=(sys.stdin.buffer, server.stdin, "client", transcript), daemon=True)
    ]:
        thread.start()
    code = server.wait()
    for thread in threads:
        thread.join(2)
    transcript.note(exit=code)
    os._exit(code if code >= 0 else 128 - code)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
