"""The size of the programs."""
import os

from ..table import Line


def measure(lab):
    results = []
    for name in ("salutond", "saluton"):
        line = Line(f"size of {name}", "MiB")
        if lab.binaries and os.path.exists(lab.program(name)):
            line.measured = os.path.getsize(lab.program(name)) / 1024 / 1024
        results.append(line)
    return results
