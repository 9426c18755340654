"""Whole archives: the command lines over many articles, and the facts of articles on one core."""
import json
import os
import select
import subprocess
import time

import articles

CHECK, CPU, PEAK = "check, time", "check, processor time", "check, peak memory"
FACTS = "facts, one core"
SIZE = 4 << 10


def checks(peers, folder, count, rounds, samples):
    """Each command line in turn over the same texts; reading them all first brings the files into memory."""
    label = f"{count:,} × 4 KB"
    places = {peer.name: written(peer, folder, count) for peer in peers}
    for place in set(places.values()):
        for path in place.glob("*/*"):
            path.read_bytes()
    for _ in range(rounds):
        for peer in peers:
            # harper looks into no folder's folders, so all are given the innermost ones.
            seconds, processor, peak = run([peer.path, *peer.check, *sorted(each for each in places[peer.name].iterdir() if each.is_dir())])
            samples.add(CHECK, label, peer.name, seconds * 1000)
            samples.add(CPU, label, peer.name, processor * 1000)
            if peak:  # what ended at once was not seen
                samples.add(PEAK, label, peer.name, peak)


def written(peer, folder, count):
    """A folder of articles in the peer's language, a hundred to a folder."""
    place = folder / f"archive-{count}" / peer.language
    if not (place.parent / f"{peer.language}-written").exists():
        for number in range(count):
            path = place / f"{number // 100:03d}" / f"{number:05d}{peer.suffix}"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(peer.write(SIZE, number), encoding="utf-8")
        (place.parent / f"{peer.language}-written").touch()
    return place


def facts(newsmark, folder, rounds, samples):
    """MB of text a second of processor time, held to one core."""
    texts = [articles.news(SIZE, number) for number in range(2000)]
    lines = folder / "articles.jsonl"
    lines.write_text("".join(json.dumps({"id": str(number), "text": text}, ensure_ascii=False) + "\n"
                             for number, text in enumerate(texts)), encoding="utf-8")
    megabytes = sum(len(text.encode()) for text in texts) / 1e6
    for _ in range(rounds):
        with open(lines, "rb") as input:
            _, processor, _ = run([newsmark.path, "facts", "--jsonl"], input, cores={max(os.sched_getaffinity(0))})
        samples.add(FACTS, "2,000 × 4 KB", newsmark.name, megabytes / processor)


def run(command, input=subprocess.DEVNULL, cores=None):
    """Seconds on the clock, seconds of processors, and MiB at most; 0 and 1 are a linter's good answers."""
    before = (lambda: os.sched_setaffinity(0, cores)) if cores else None
    start = time.perf_counter()
    process = subprocess.Popen(command, stdin=input, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                               preexec_fn=before)
    ended, peak = os.pidfd_open(process.pid), 0
    while not select.select([ended], [], [], 0.02)[0]:
        peak = max(peak, high_water(process.pid))
    seconds = time.perf_counter() - start
    os.close(ended)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):
        raise RuntimeError(f"{command} ended with {process.returncode}")
    return seconds, usage.ru_utime + usage.ru_stime, peak


def high_water(pid):
    with open(f"/proc/{pid}/status") as status:
        return next((int(line.split()[1]) for line in status if line.startswith("VmHWM")), 0) / 1024
