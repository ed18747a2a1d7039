"""Resident memory with one idle account, and of each further one."""
import time

from .. import machine
from ..table import Line

MORE = 10
SECONDS = 4


def measure(lab):
    results = [Line("memory with one idle account", "MiB", bar="≤ 20 MiB"),
               Line("memory of each further account", "MiB", bar="≤ 0.5 MiB")]
    if not lab.has_daemon:
        return results
    server = lab.server()
    names = [f"user{number}" for number in range(MORE + 1)]
    for name in names:
        server.account(name)
    first = lab.daemon()
    first.add(server, names[0])
    first.stop()
    daemon = lab.daemon(first.home)
    time.sleep(SECONDS)
    one, threads = daemon.memory(), machine.threads(daemon.pid)
    daemon.add(server, *names[1:])
    daemon.stop()
    again = lab.daemon(first.home)
    time.sleep(SECONDS)
    many = again.memory()
    results[0].measured = one
    results[0].reached = one <= 20
    results[0].note = f"{threads} threads; peak while starting {machine.peak(again.pid):.1f} MiB with {MORE + 1} accounts"
    results[1].measured = (many - one) / MORE
    results[1].reached = results[1].measured <= 0.5
    results[1].note = f"{MORE + 1} accounts: {many:.1f} MiB; each measured {SECONDS} s after a start"
    return results
