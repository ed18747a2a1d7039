"""A store of 1,000,000 entries: history, search, the event log read by a consumer, state shared by frontends."""
import os
import subprocess

from .. import daemon as daemons
from ..table import Line, median
from ..tools import Failure, run

COUNT, QUICK_COUNT = 1_000_000, 100_000
EVENTS = 10_000
WHOLE, BEGUN = ("common", "frequent", "rare", "two"), ("begun", "typed")


def fill(lab, home, count):
    """What storebench says: numbers, and ids that are none."""
    folder = f"{home}/data/saluton"
    os.makedirs(f"{home}/data", mode=0o700, exist_ok=True)
    done = subprocess.run([lab.program("storebench"), f"{folder}/saluton.db", str(count)], capture_output=True,
                          text=True, timeout=600, env=lab.environment)
    if done.returncode != 0:
        raise Failure(f"storebench: {done.stderr.strip()}")
    words = dict(line.split() for line in done.stdout.splitlines())
    return {word: int(value) if value.isdigit() else value for word, value in words.items()}


def history(lab, said, count):
    """Lines for both conversations: in the store, and over the bus."""
    lines = []
    account = f"/org/saluton/Saluton1/accounts/{said['account']}/conversations"
    for name, words in (("spread", "last 20 of a conversation"), ("oldest", "the same, all its entries the oldest")):
        inside = Line(f"{words}, in the store", "ms", said[f"history-{name}"] / 1e6, bar="≤ 0.1 ms")
        inside.reached = inside.measured <= 0.1
        pages = run(lab, "pages", f"{account}/{said[name]}", 200)
        outside = Line(f"{words}, over the bus", "ms", pages["p50"] / 1e6, bar="≤ 1 ms")
        outside.reached = outside.measured <= 1
        outside.note = f"{pages['entries']} of {count:,} entries; p99 {pages['p99'] / 1e6:.2f} ms"
        lines += [inside, outside]
    return lines


def search(said):
    lines = []
    for order, words, bar in (("newest", "newest 20 hits", 1), ("best", "best 20 by rank", 25)):
        times = {kind: said[f"{order}-{kind}"] / 1e6 for kind in WHOLE + BEGUN}
        line = Line(f"search, {words}", "ms", max(times[kind] for kind in WHOLE), bar=f"≤ {bar} ms warm")
        line.reached = line.measured <= bar
        line.note = "the slowest of whole words: " + ", ".join(f"{kind} {times[kind]:.2f} ms" for kind in WHOLE)
        line.note += "; besides, " + ", ".join(f"{kind} {times[kind]:.2f} ms" for kind in BEGUN)
        lines.append(line)
    lines[0].note += ("; a word in a third of all entries, one in 300, one in 7,000, the first two together; the "
                      "second without its last letter, and the first as the beginning of hundreds of words")
    return lines


def events(lab, home):
    seen = [run(lab, "consume", f"{home}/run/saluton/api.sock", -EVENTS, EVENTS) for _ in range(5)]
    line = Line(f"{EVENTS:,} events to a consumer, per second", "",
                median(s["events"] * 1e9 / s["took"] for s in seen), bar="≥ 50,000")
    line.reached = line.measured >= 50_000
    line.note = "each is a message with all that is known of it; over the socket, pages of 500, each acknowledged on disk"
    return line


def shared(lab, said):
    """From a call in one frontend to the event in two others."""
    path = f"/org/saluton/Saluton1/accounts/{said['account']}/conversations/{said['spread']}"
    line = Line("a change of state until two others have it", "ms", bar="≤ 5 ms")
    try:
        times = run(lab, "share", path, 300)
    except Failure as failure:
        line.reached, line.note = False, f"not measured: {failure}"
        return line
    line.measured = times["p50"] / 1e6
    line.reached = line.measured <= 5
    line.note = f"pinned and unpinned, 300 times; p99 {times['p99'] / 1e6:.2f} ms"
    return line


def measure(lab):
    if not lab.has_daemon or not os.access(lab.program("storebench"), os.X_OK):
        return [Line("history, search, event log, state", "", note="needs salutond and storebench")]
    count = QUICK_COUNT if lab.quick else COUNT
    home = daemons.make_home(lab)
    said = fill(lab, home, count)
    lab.daemon(home)
    lines = history(lab, said, count) + search(said) + [events(lab, home), shared(lab, said)]
    lines[0].note = f"the store was made in {said['made'] / 1e9:.1f} s"
    return lines
