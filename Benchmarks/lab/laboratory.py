"""Everything a row needs, and its end: the folder, the bus, the programs, and who was started."""
import os
import shutil
import subprocess
import tempfile

from . import bus, tools
from .daemon import Daemon
from .server import Server


class Laboratory:
    """Use it in a `with`: whatever happens, what was started ends and the folder goes."""

    def __init__(self, binaries, quick=False, keep=False, fast_server=False):
        self.binaries = binaries and os.path.abspath(binaries)
        self.quick, self.keep, self.fast_server = quick, keep, fast_server
        self.folder = tempfile.mkdtemp(prefix="saluton-bench-")
        self.tools = f"{self.folder}/tools"
        self.processes, self.running, self.servers, self.homes = [], [], 0, 0
        self.environment = {key: os.environ[key] for key in ("PATH", "LANG", "USER", "LOGNAME") if key in os.environ}
        self.environment |= {"HOME": self.folder, "DBUS_SYSTEM_BUS_ADDRESS": f"unix:path={self.folder}/no-bus"}

    def __enter__(self):
        try:
            os.mkdir(self.tools)
            tools.compile_all(self.tools)
            self.bus_pid = bus.start(self)
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_):
        for server in self.running:
            server.stop()
        for process in reversed(self.processes):
            if process.poll() is None:
                process.kill()
                process.wait()
        if self.keep:
            print(f"kept: {self.folder}")
        else:
            shutil.rmtree(self.folder, ignore_errors=True)

    @property
    def has_daemon(self):
        return bool(self.binaries) and os.access(self.program("salutond"), os.X_OK)

    @property
    def has_command(self):
        return bool(self.binaries) and os.access(self.program("saluton"), os.X_OK)

    def program(self, name):
        return f"{self.binaries}/{name}"

    def server(self):
        server = Server(self)
        self.running.append(server)
        return server

    def daemon(self, home=None):
        return Daemon(self, home)

    def end_row(self):
        """Ends what a row left running, the bus excepted."""
        for process in self.processes[1:]:
            if process.poll() is None:
                process.terminate()
                try:
                    process.wait(5)
                except subprocess.TimeoutExpired:
                    process.kill()
                    process.wait()
        del self.processes[1:]
        for server in self.running:
            server.stop()
        self.running.clear()
