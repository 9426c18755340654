"""A folder of articles that a server reads on its own: how long, how much, and whether typing waits for it."""
import time

import archive
from client import Client, Late
from editing import Session
from peers import empty

SKIMMED = "workspace: headlines and quotations known"
COMPLETE, CPU = "workspace complete: time", "workspace complete: processor time"
SPEED, MEMORY = "workspace complete: text per second of processor time", "workspace complete: resident memory"
KEY = "workspace being read: keystroke → diagnostics"
PAUSE = 0.02  # seconds from one keystroke to the next
LIMIT = 120  # seconds for all articles


def reads(peers, folder, count, rounds, samples, limit):
    """Each server in turn reads the folder undisturbed, then once more while somebody types for as long as that took."""
    label = f"{count:,} × 4 KB"
    places = {peer.name: empty(archive.written(peer, folder, count)) for peer in peers}
    sizes = {name: sum(len(path.read_bytes()) for path in place.glob("*/*")) / 1e6 for name, place in places.items()}
    for turn in range(rounds):
        for peer in peers:
            client = Client([peer.path, *peer.serve], places[peer.name], peer.pulls)
            try:
                client.initialize()
                seconds = client.rest(LIMIT) - client.started
                processor = client.used()
                for heard, words in client.reports:
                    if words.startswith("read "):  # ours: all articles are skimmed before names are read
                        samples.add(SKIMMED, label, peer.name, (heard - client.started) * 1000)
                        break
                for scenario, figure in [(COMPLETE, seconds * 1000), (CPU, processor * 1000),
                                         (SPEED, sizes[peer.name] / processor), (MEMORY, client.memory())]:
                    samples.add(scenario, label, peer.name, figure)
            except Late as late:
                print(f"{peer.name}, {label}, round {turn + 1}: {late}", flush=True)
                continue
            finally:
                client.stop()
            types(peer, places[peer.name], label, seconds, samples, limit)


def types(peer, place, label, seconds, samples, limit):
    session = Session(peer, place, "4 KB", samples, limit)
    try:
        session.client.initialize()
        session.open()
        while time.perf_counter() < session.client.started + seconds:
            due = time.perf_counter() + PAUSE
            samples.add(KEY, label, peer.name, session.key())
            session.client.settle_until(due)
    except Late:
        samples.give_up(KEY, label, peer.name)
    finally:
        session.client.stop()
