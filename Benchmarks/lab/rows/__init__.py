"""The rows, in the order of the table.  Each is a function of the laboratory that returns lines."""
from . import (archive, burst, bus_calls, command, contacts, idle, large, latency, memory, reading_back, size,
               start)

ROWS = {
    "burst": burst.measure,
    "archive": archive.measure,
    "latency": latency.measure,
    "start": start.measure,
    "memory": memory.measure,
    "idle": idle.measure,
    "calls": bus_calls.measure,
    "command": command.measure,
    "contacts": contacts.measure,
    "large": large.measure,
    "import": reading_back.measure,
    "size": size.measure,
}
