"""Reading back an export of 100,000 messages into an account that has none."""
import os
import subprocess
import time

from .. import daemon as daemons
from ..table import Line
from ..tools import Failure
from .large import fill

COUNT, QUICK_COUNT = 100_000, 10_000


def command(lab, *words):
    done = subprocess.run([lab.program("saluton"), *words], capture_output=True, text=True, timeout=300,
                          env=lab.environment)
    if done.returncode != 0:
        raise Failure(f"saluton {' '.join(words[:2])}: {done.stderr.strip()[-300:]}")


def timed(lab, *words):
    start = time.monotonic()
    command(lab, *words)
    return time.monotonic() - start


def measure(lab):
    line = Line("reading back 100,000 exported messages", "s", bar="≤ 5 s")
    if not lab.has_command or not os.access(lab.program("storebench"), os.X_OK):
        line.note = "needs salutond, saluton and storebench"
        return [line]
    count = QUICK_COUNT if lab.quick else COUNT
    file = f"{lab.folder}/export.jsonl"
    full, empty = daemons.make_home(lab), daemons.make_home(lab)
    fill(lab, full, count)
    fill(lab, empty, 0)
    running = lab.daemon(full)
    exported = timed(lab, "history", "export", "--output", file)
    running.stop()
    running = lab.daemon(empty)
    line.measured = timed(lab, "history", "import", file) * COUNT / count
    again = timed(lab, "history", "import", file)
    stored = running.stored()[0]
    if stored != count:
        raise Failure(f"{stored} of {count} are there")
    line.reached = line.measured <= 5
    line.note = (f"{count:,} entries, {os.path.getsize(file) / 2 ** 20:.0f} MiB, `saluton history import` from start to "
                 f"end; the export took {exported:.1f} s, reading it a second time {again:.1f} s")
    return [line]
