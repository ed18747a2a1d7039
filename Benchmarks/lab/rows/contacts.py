"""A first connect with a large roster, until all contacts have been read on the bus."""
from .. import machine
from ..server import PASSWORD
from ..table import Line, median
from ..tools import run


def measure(lab):
    results = []
    for count, most in ((2000, 0.35), (20000, 2.0)):
        if lab.quick and count > 2000:
            continue
        results.append(one(lab, count, most, rounds=1 if lab.quick else 3))
        lab.end_row()
    return results


def one(lab, count, most, rounds):
    line = Line(f"first connect with {count:,} contacts", "s", bar=f"≤ {most} s",
                note="reference: a bare client, from connecting to the end of the roster")
    alone, ours, known, memory = [], [], [], []
    for _ in range(rounds):
        # A server of its own: after a session it is busy for seconds with the presence of that many contacts.
        server = lab.server()
        server.account("juliet")
        server.roster("juliet", count)
        alone.append(run(lab, "roster", *server.login("juliet"))["took"] / 1e9)
        if lab.has_daemon:
            daemon = lab.daemon()
            result = run(lab, "contacts", f"juliet@{server.domain}", PASSWORD, server.port, server.ca, count)
            ours.append(result["took"] / 1e9)
            known.append(result["known"] / 1e9)
            memory.append(machine.peak(daemon.pid))
        lab.end_row()
    line.reference = median(alone)
    if ours:
        line.measured = median(ours)
        line.ratio = line.measured / line.reference
        line.reached = line.measured <= most
        line.note += (f"; daemon from AddAccount: {median(known):.3f} s until Size is right, then List; "
                      f"{min(ours):.3f}–{max(ours):.3f} s; peak {max(memory):.1f} MiB")
    return line
