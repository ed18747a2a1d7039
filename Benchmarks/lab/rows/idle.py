"""One account, online, nothing to do: CPU and wake-ups of all threads."""
import time

from .. import machine
from ..table import Line


def measure(lab):
    seconds = 10 if lab.quick else 60
    results = [Line(f"wake-ups in {seconds} s idle", "wake-ups", bar="≤ 2"),
               Line(f"CPU in {seconds} s idle", "ms", bar="none measurable (< 1 ms)")]
    if not lab.has_daemon:
        return results
    server = lab.server()
    server.account("juliet")
    daemon = lab.daemon()
    daemon.add(server, "juliet")
    time.sleep(3)
    before, cpu = machine.wake_ups(daemon.pid), machine.processor_time(daemon.pid)
    time.sleep(seconds)
    after, spent = machine.wake_ups(daemon.pid), machine.processor_time(daemon.pid) - cpu
    woken = {thread: count - before.get(thread, 0) for thread, count in after.items() if count != before.get(thread, 0)}
    results[0].measured = sum(woken.values())
    results[0].reached = results[0].measured <= 2
    if woken:
        results[0].note = ", ".join(f"{thread} {count}" for thread, count in woken.items())
    results[1].measured = spent * 1e3
    results[1].reached = results[1].measured < 1
    return results
