"""The C programs: compiled when the bench starts, and run with a limit of time."""
import os
import subprocess
import threading

HERE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
TLS = ["-lssl", "-lcrypto"]
LINK = ["reference/link.c"]
BUS = ["drivers/bus.c"]
PROGRAMS = {
    "ack": (["reference/ack.c"] + LINK, TLS),
    "drain": (["reference/drain.c"] + LINK, TLS),
    "roster": (["reference/roster.c"] + LINK, TLS),
    "burst": (["drivers/burst.c"] + LINK, TLS),
    "echo": (["reference/dbus_echo.c"], ["dbus-1"]),
    "accounts": (["drivers/accounts.c"] + BUS, ["dbus-1"]),
    "calls": (["drivers/calls.c"] + BUS, ["dbus-1"]),
    "contacts": (["drivers/contacts.c"] + BUS, ["dbus-1"]),
    "consume": (["drivers/consume.c"], []),
    "pages": (["drivers/pages.c"] + BUS, ["dbus-1"]),
    "share": (["drivers/share.c"] + BUS, ["dbus-1"]),
    "start": (["drivers/start.c"] + BUS, ["dbus-1"]),
    "watch": (["drivers/watch.c"] + BUS, ["dbus-1"]),
    "wall": (["drivers/wall.c"], []),
}


class Failure(Exception):
    """A row could not be measured; the text says why."""


def compile_all(folder):
    flags = subprocess.run(["pkg-config", "--cflags", "--libs", "dbus-1"], check=True, capture_output=True,
                           text=True).stdout.split()
    for name, (sources, libraries) in PROGRAMS.items():
        wanted = flags if libraries == ["dbus-1"] else libraries
        subprocess.run(["gcc", "-O2", "-Wall", "-Wextra", "-Werror", "-D_GNU_SOURCE", "-o", f"{folder}/{name}",
                        *(f"{HERE}/{source}" for source in sources), *wanted], check=True)


class Tool:
    """One running program that talks in lines: a word, or a word and a number."""

    def __init__(self, lab, name, *arguments, limit=120):
        self.name = name
        self.process = subprocess.Popen([f"{lab.tools}/{name}", *map(str, arguments)], stdin=subprocess.PIPE,
                                        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
                                        env=lab.environment, cwd=lab.folder)
        lab.processes.append(self.process)
        self.timer = threading.Timer(limit, self.process.kill)
        self.timer.daemon = True
        self.timer.start()
        self.said = []

    def until(self, word):
        """Waits until it says `word`."""
        for line in self.process.stdout:
            words = line.split()
            if words and words[0] == word:
                return
            self.said.append(words)
        self.process.stdin.close()
        raise Failure(self.complaint())

    def say(self, word):
        self.process.stdin.write(word + "\n")
        self.process.stdin.flush()

    def end(self):
        """Lets it end, and returns the numbers it printed, by word; a list where a word came more than once."""
        try:
            self.process.stdin.close()
            rest, errors = self.process.stdout.read(), self.process.stderr.read()
            self.process.wait()
        finally:
            self.timer.cancel()
        if self.process.returncode != 0:
            raise Failure(self.complaint(errors))
        results = {}
        for words in self.said + [line.split() for line in rest.splitlines()]:
            if len(words) == 2 and words[1].lstrip("-").isdigit():
                results.setdefault(words[0], []).append(int(words[1]))
        return {word: numbers[0] if len(numbers) == 1 else numbers for word, numbers in results.items()}

    def complaint(self, errors=None):
        if errors is None:
            errors = self.process.stderr.read()
            self.process.wait()
        self.timer.cancel()
        return f"{self.name}: {errors.strip() or f'ended too early, with status {self.process.returncode}'}"


def run(lab, name, *arguments, limit=120):
    return Tool(lab, name, *arguments, limit=limit).end()
