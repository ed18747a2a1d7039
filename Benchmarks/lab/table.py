"""Lines of the result, as text and as JSON."""
import dataclasses
import statistics


@dataclasses.dataclass
class Line:
    """One figure beside its reference and its bar; `reached` is None where there is no bar or no figure."""
    what: str
    unit: str
    measured: float | None = None
    reference: float | None = None
    ratio: float | None = None
    bar: str = ""
    reached: bool | None = None
    note: str = ""
    row: str = ""

    def cells(self):
        verdict = {True: "reached", False: "MISSED", None: ""}[self.reached]
        ratio = f"{self.ratio:.2f} ×" if self.ratio is not None else ""
        return [self.what, number(self.measured, self.unit), number(self.reference, self.unit), ratio, self.bar, verdict]


def number(value, unit):
    if value is None:
        return "–"
    if unit in ("", "wake-ups", "threads"):
        return f"{value:,.0f}" + (f" {unit}" if unit else "")
    digits = 0 if abs(value) >= 1000 else 1 if abs(value) >= 100 else 2 if abs(value) >= 1 else 3
    return f"{value:,.{digits}f} {unit}"


def median(values):
    return statistics.median(values)


def percentile(values, share):
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))]


def print_table(lines):
    heads = ["what", "measured", "reference", "ratio", "bar", ""]
    rows = [heads] + [line.cells() for line in lines]
    widths = [max(len(row[column]) for row in rows) for column in range(len(heads))]
    for index, row in enumerate(rows):
        cells = [cell.ljust(width) if column in (0, 4, 5) else cell.rjust(width)
                 for column, (cell, width) in enumerate(zip(row, widths))]
        print("  ".join(cells).rstrip())
        if index == 0:
            print("  ".join("-" * width for width in widths))
    print()
    for line in lines:
        if line.note:
            print(f"{line.what}: {line.note}")
