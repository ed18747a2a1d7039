"""Catching up with 100,000 messages of a server's archive."""
import os
import subprocess
import sys
import time

from .. import machine, tools
from ..table import Line

COUNT, PAGE = 100_000, 250


class ArchiveServer:
    """Takes the place of a Prosody: its port, its certificates."""

    def __init__(self, lab, server):
        server.stop()
        script = os.path.join(tools.HERE, "lab", "archive_server.py")
        self.process = subprocess.Popen(
            [sys.executable, script, server.folder, server.port, server.domain, str(PAGE)], stdin=subprocess.PIPE,
            stdout=subprocess.PIPE, text=True, env=lab.environment)
        lab.processes.append(self.process)
        self.until("ready")

    def until(self, word):
        for line in self.process.stdout:
            if line.strip() == word:
                return
        raise tools.Failure("the archive's server ended too early")

    def fill(self, count):
        self.process.stdin.write(f"{count}\n")
        self.process.stdin.flush()


def until_stored(daemon, count):
    """Waits until so many entries are on disk."""
    for _ in range(600):
        if daemon.stored()[0] >= count:
            return
        time.sleep(0.05)
    raise tools.Failure(f"only {daemon.stored()[0]:,} of {count:,} messages are stored")


def measure(lab):
    cpu = Line(f"archive of {COUNT:,}: CPU per message", "ms", bar="≤ 0.08 ms")
    grown = Line("memory while catching up", "MiB", bar="≤ + 15 MiB")
    if not lab.has_daemon:
        return [cpu, grown]
    count = COUNT // 10 if lab.quick else COUNT
    server = lab.server()
    archive = ArchiveServer(lab, server)
    daemon = lab.daemon()
    daemon.add(server, "juliet")
    archive.until("done")
    until_stored(daemon, 1)
    time.sleep(1)
    machine.forget_peak(daemon.pid)
    memory, before, start = daemon.memory(), machine.processor_time(daemon.pid), time.monotonic()
    archive.fill(count + 1)
    archive.until("done")
    until_stored(daemon, count + 1)
    cpu.measured = (machine.processor_time(daemon.pid) - before) / count * 1e3
    cpu.reached = cpu.measured <= 0.08
    cpu.note = (f"{count:,} messages in pages of {PAGE}, {time.monotonic() - start:.1f} s from the end of one stream, with "
                "the pause and the login before the next; server and daemon share the processors")
    grown.measured = machine.peak(daemon.pid) - memory
    grown.reached = grown.measured <= 15
    grown.note = f"{memory:.1f} MiB before"
    return [cpu, grown]
