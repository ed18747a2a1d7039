"""`saluton message send`, from start to end of the process, beyond the server's own acknowledgement."""
from ..table import Line, median
from ..tools import run

TIMES = 20


def measure(lab):
    server = lab.server()
    for name in ("juliet", "romeo", "nurse"):
        server.account(name)
    alone = [took / 1e6 for took in
             run(lab, "ack", *server.login("nurse"), f"romeo@{server.domain}", TIMES)["took"]]
    line = Line("message send, whole process", "ms", None, median(alone), bar="≤ + 15 ms",
                note="reference: a bare client's wait for the server's acknowledgement")
    if not (lab.has_daemon and lab.has_command):
        return [line]
    daemon = lab.daemon()
    daemon.add(server, "juliet")
    command = [lab.program("saluton"), "message", "send", f"romeo@{server.domain}", "Hello"]
    run(lab, "wall", 2, *command)
    walls = [took / 1e6 for took in run(lab, "wall", TIMES, *command)["took"]]
    line.measured = median(walls)
    line.ratio = line.measured / line.reference
    line.reached = line.measured <= line.reference + 15
    help_text = median(took / 1e6 for took in run(lab, "wall", TIMES, lab.program("saluton"), "--version")["took"])
    line.note += f"; {min(walls):.1f}–{max(walls):.1f} ms in {TIMES} runs; `saluton --version` takes {help_text:.1f} ms"
    return [line]
