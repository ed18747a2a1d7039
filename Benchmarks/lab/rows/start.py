"""From starting the program to its name on the bus, and to being online."""
from ..table import Line, median
from ..tools import Tool, run


def measure(lab):
    rounds = 5 if lab.quick else 15
    server = lab.server()
    server.account("juliet")
    server.account("nurse")
    logins = [login(lab, server) for _ in range(rounds)]
    results = [Line("start to name claimed", "ms", bar="≤ 30 ms"),
               Line("start to online on loopback", "ms", None, median(logins), bar="≤ 80 ms",
                    note="reference: login of the bare client up to its own presence, with TCP_QUICKACK"),
               Line("SIGTERM to ended", "ms", bar="≤ 1,000 ms")]
    if not lab.has_daemon:
        return results
    daemon = lab.daemon()
    daemon.add(server, "juliet")
    daemon.stop()
    runs = [run(lab, "start", lab.program("salutond"), f"{daemon.home}/log", "online", limit=40) for _ in range(rounds)]
    for line, word, most in zip(results, ("claimed", "online", "stopped"), (30, 80, 1000)):
        values = [r[word] / 1e6 for r in runs]
        line.measured = median(values)
        line.reached = line.measured <= most
        line.note = (line.note + "; " if line.note else "") + f"{min(values):.1f}–{max(values):.1f} ms in {rounds} starts"
    results[1].ratio = results[1].measured / results[1].reference
    return results


def login(lab, server):
    """Milliseconds until the bare client is online."""
    sender = Tool(lab, "burst", *server.login("juliet"), f"nurse@{server.domain}", 1, 0)
    receiver = Tool(lab, "drain", *server.login("nurse"), 1, "plain")
    receiver.until("ready")
    sender.until("ready")
    sender.say("go")
    sender.until("sent")
    result = receiver.end()
    sender.end()
    return result["online"] / 1e6
