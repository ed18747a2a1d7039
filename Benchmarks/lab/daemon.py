"""The daemon under test, in a home of its own."""
import glob
import os
import sqlite3
import subprocess

from . import bus, machine, tools
from .server import PASSWORD


class Daemon:
    """Starts with an empty home unless given that of another."""

    def __init__(self, lab, home=None):
        self.lab = lab
        self.home = home or make_home(lab)
        settle(lab, self.home)
        self.log = open(f"{self.home}/log", "a")
        self.process = subprocess.Popen([lab.program("salutond")], stdin=subprocess.DEVNULL, stdout=self.log,
                                        stderr=self.log, env=lab.environment, cwd=lab.folder)
        lab.processes.append(self.process)
        self.pid = self.process.pid
        try:
            bus.wait_for_name(lab, "org.saluton.Saluton1")
        except tools.Failure as failure:
            raise tools.Failure(f"{failure}; {self.last_words()}") from None

    def last_words(self):
        with open(f"{self.home}/log") as file:
            return file.read()[-500:].strip() or "it said nothing"

    def add(self, server, *names):
        """Adds accounts and waits until they are online."""
        tools.run(self.lab, "accounts", server.domain, PASSWORD, server.port, server.ca, *names)

    def stop(self):
        self.process.terminate()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
            raise tools.Failure("the daemon did not end within 10 s of SIGTERM") from None
        finally:
            self.log.close()

    def stored(self):
        """How many incoming entries its database holds, and its journal mode."""
        for path in glob.glob(f"{self.home}/data/saluton/**/*", recursive=True):
            if os.path.isfile(path) and not path.endswith(("-wal", "-shm")) and is_database(path):
                with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as store:
                    return (store.execute("SELECT count(*) FROM entry").fetchone()[0],
                            store.execute("PRAGMA journal_mode").fetchone()[0])
        raise tools.Failure("no database found")

    def memory(self):
        return machine.memory(self.pid)


def is_database(path):
    with open(path, "rb") as file:
        return file.read(15) == b"SQLite format 3"


def make_home(lab):
    lab.homes += 1
    return f"{lab.folder}/home{lab.homes}"


def settle(lab, home):
    """Points every folder of the environment into this home."""
    for name, key in (("config", "XDG_CONFIG_HOME"), ("data", "XDG_DATA_HOME"), ("state", "XDG_STATE_HOME"),
                      ("cache", "XDG_CACHE_HOME"), ("run", "XDG_RUNTIME_DIR")):
        os.makedirs(f"{home}/{name}", mode=0o700, exist_ok=True)
        lab.environment[key] = f"{home}/{name}"
    lab.environment["HOME"] = home
