"""From the sender's write to the signal at a subscriber, fifty messages a second, beside the server alone."""
from ..table import Line, percentile
from ..tools import Tool

RATE = 50


def times(path):
    with open(path) as lines:
        return [int(line) for line in lines]


def paced(lab, server, target, receiver, count, arrivals):
    """Milliseconds of each message, from the sender's write to `receiver`."""
    sender = Tool(lab, "burst", *server.login("romeo"), f"{target}@{server.domain}", count, RATE, "writes")
    sender.until("ready")
    sender.say("go")
    sender.until("sent")
    receiver.end()
    sender.end()
    return [(arrival - write) / 1e6
            for write, arrival in zip(times(f"{lab.folder}/writes"), times(f"{lab.folder}/{arrivals}"))]


def bare(lab, server, count, mode):
    receiver = Tool(lab, "drain", *server.login("nurse"), count, mode, "arrivals")
    receiver.until("ready")
    return paced(lab, server, "nurse", receiver, count, "arrivals")


def measure(lab):
    count = 100 if lab.quick else 500
    server = lab.server()
    for name in ("juliet", "romeo", "nurse"):
        server.account(name)
    ours = []
    if lab.has_daemon:
        daemon = lab.daemon()
        daemon.add(server, "juliet")
    alone, managed = bare(lab, server, count, "plain"), bare(lab, server, count, "managed")
    if lab.has_daemon:
        watcher = Tool(lab, "watch", count, "signals")
        watcher.until("ready")
        ours = paced(lab, server, "juliet", watcher, count, "signals")
    lines = []
    for share, name, allowance in ((0.5, "p50", 0.7), (0.99, "p99", 3.0)):
        line = Line(f"write to signal, {RATE} a second, {name}", "ms", None, percentile(alone, share),
                    bar=f"≤ + {allowance} ms")
        if ours:
            line.measured = percentile(ours, share)
            line.ratio = line.measured / line.reference
            line.reached = line.measured <= line.reference + allowance
        lines.append(line)
    lines[1].note = f"{count} messages; slowest: server alone {max(alone):.2f} ms" + (
        f", daemon {max(ours):.2f} ms" if ours else "") + (
        f"; a bare client that answers Stream Management: p50 {percentile(managed, 0.5):.2f} ms,"
        f" p99 {percentile(managed, 0.99):.2f} ms, slowest {max(managed):.2f} ms")
    return lines
