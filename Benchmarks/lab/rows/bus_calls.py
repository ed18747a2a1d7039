"""Calls of Echo over the bus, beside an echo service in C over the same bus."""
from ..table import Line, median
from ..tools import Tool, run

REFERENCE = ("org.saluton.BenchmarkEcho", "/", "org.saluton.BenchmarkEcho")
OURS = ("org.saluton.Saluton1", "/org/saluton/Saluton1", "org.saluton.Manager1")


def measure(lab):
    rounds = 1 if lab.quick else 3
    echo = Tool(lab, "echo", limit=280)
    echo.until("ready")
    if lab.has_daemon:
        lab.daemon()
    results = []
    for name, count, in_flight, least in (("one at a time", 20000, 1, 0.8), ("100 in flight", 100000, 100, 0.6)):
        line = Line(f"bus calls per second, {name}", "", bar=f"≥ {least} ×")
        reference, ours = [], []
        for _ in range(rounds):
            reference.append(run(lab, "calls", *REFERENCE, count, in_flight))
            if lab.has_daemon:
                ours.append(run(lab, "calls", *OURS, count, in_flight))
        line.reference = median(r["rate"] for r in reference)
        if ours:
            line.measured = median(r["rate"] for r in ours)
            line.ratio = line.measured / line.reference
            line.reached = line.ratio >= least
        if in_flight == 1:
            line.note = "p50 / p99: " + "; ".join(
                f"{who} {median(r['p50'] for r in runs) / 1e3:.0f} / {median(r['p99'] for r in runs) / 1e3:.0f} µs"
                for who, runs in (("C", reference), ("daemon", ours)) if runs)
        results.append(line)
    return results
