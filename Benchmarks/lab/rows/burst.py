"""A burst of 5,000 messages, until the last is stored and announced, beside a client that only drains it."""
import threading

from .. import machine
from ..table import Line, median
from ..tools import Failure, Tool

COUNT = 5000


def send(lab, server, sender, target):
    tool = Tool(lab, "burst", *server.login(sender), f"{target}@{server.domain}", COUNT, 0)
    tool.until("ready")
    return tool


def finish(tool):
    tool.until("sent")
    return tool.end()


def drained(lab, server, mode):
    """Seconds from the first write to the last message, and µs of CPU per message, of a bare client."""
    receiver = Tool(lab, "drain", *server.login("nurse"), COUNT, mode)
    receiver.until("ready")
    server_before = machine.processor_time(server.pid)
    sender = send(lab, server, "romeo", "nurse")
    sender.say("go")
    result = receiver.end()
    server_time = machine.processor_time(server.pid) - server_before
    return (result["last"] - finish(sender)["first"]) / 1e9, result["cpu"] / COUNT / 1e6, server_time / COUNT * 1e3


class Thickest(threading.Thread):
    """Watches the number of threads, twenty times a second."""

    def __init__(self, pid):
        super().__init__(daemon=True)
        self.pid, self.most, self.done = pid, 0, threading.Event()
        self.start()

    def run(self):
        while not self.done.wait(0.05):
            self.most = max(self.most, machine.threads(self.pid))


def announced(lab, server, daemon):
    """One burst into the daemon: what it took in time, CPU, memory and threads."""
    watcher = Tool(lab, "watch", COUNT)
    watcher.until("ready")
    sender = send(lab, server, "romeo", "juliet")
    machine.forget_peak(daemon.pid)
    memory, threads = daemon.memory(), machine.threads(daemon.pid)
    before = [machine.processor_time(pid) for pid in (daemon.pid, lab.bus_pid, server.pid)]
    counter = Thickest(daemon.pid)
    sender.say("go")
    seen = watcher.end()
    spent = [machine.processor_time(pid) - start
             for pid, start in zip((daemon.pid, lab.bus_pid, server.pid), before)]
    counter.done.set()
    return {
        "wall": (seen["last"] - finish(sender)["first"]) / 1e9,
        "cpu": spent[0] / COUNT * 1e3, "bus": spent[1] / COUNT * 1e3, "server": spent[2] / COUNT * 1e3,
        "memory": machine.peak(daemon.pid) - memory, "threads": counter.most - threads,
        "signals": seen["signals"], "reads": seen["reads"],
    }


def measure(lab):
    rounds = 2 if lab.quick else 5
    server = lab.server()
    for name in ("juliet", "romeo", "nurse"):
        server.account(name)
    daemon = None
    if lab.has_daemon:
        daemon = lab.daemon()
        daemon.add(server, "juliet")
    plain, managed, ours = [], [], []
    for _ in range(rounds):
        plain.append(drained(lab, server, "plain"))
        managed.append(drained(lab, server, "managed"))
        if daemon:
            ours.append(announced(lab, server, daemon))
    return lines(rounds, plain, managed, ours, daemon)


def lines(rounds, plain, managed, ours, daemon):
    bare = median(wall for wall, _, _ in plain)
    with_management = median(wall for wall, _, _ in managed)
    bare_cpu = median(cpu for _, cpu, _ in plain)
    about = (f"{rounds} rounds; the bare client took {min(p[0] for p in plain):.3f}–{max(p[0] for p in plain):.3f} s, "
             f"the server {median(p[2] for p in plain):.3f} ms a message; answering Stream Management it takes "
             f"{with_management:.3f} s ({with_management / bare:.2f} ×)")
    burst = Line(f"burst of {COUNT:,} until announced", "s", None, bare, bar="≤ 2 ×", note=about)
    cpu = Line("CPU per received message", "ms", None, bare_cpu, bar="≤ 0.09 ms")
    grown = Line("memory during the first burst", "MiB", bar="≤ + 10 MiB")
    threads = Line("threads during the bursts", "", bar="constant")
    if not ours:
        return [burst, cpu, grown, threads]
    stored, journal = daemon.stored()
    if stored < rounds * COUNT:
        raise Failure(f"only {stored} of {rounds * COUNT} messages are stored")
    burst.measured = median(o["wall"] for o in ours)
    burst.ratio = burst.measured / bare
    burst.reached = burst.ratio <= 2
    burst.note += (f"; the daemon {min(o['wall'] for o in ours):.3f}–{max(o['wall'] for o in ours):.3f} s "
                   f"({burst.measured / with_management:.2f} × of that), {ours[-1]['signals']} signals, "
                   f"{ours[-1]['reads']} reads, all {stored:,} stored ({journal})")
    cpu.measured = median(o["cpu"] for o in ours)
    cpu.ratio = cpu.measured / bare_cpu
    cpu.reached = cpu.measured <= 0.09
    cpu.note = (f"first burst {ours[0]['cpu']:.4f} ms; beside it a message costs the bus "
                f"{median(o['bus'] for o in ours):.4f} ms and the server {median(o['server'] for o in ours):.4f} ms")
    grown.measured = ours[0]["memory"]
    grown.reached = grown.measured <= 10
    grown.note = f"in the later ones + {max(o['memory'] for o in ours[1:]):.1f} MiB at most; {daemon.memory():.1f} MiB at the end"
    threads.measured = max(o["threads"] for o in ours)
    threads.reached = threads.measured <= 0
    threads.note = f"more than before; {machine.threads(daemon.pid)} in all"
    return [burst, cpu, grown, threads]
