"""A Prosody of its own on loopback, with accounts and rosters written straight into its files."""
import hashlib
import hmac
import os
import signal
import subprocess
import time

from . import machine, tools

PASSWORD = "measure"
SCRIPT = os.path.join(os.path.dirname(tools.HERE), "scripts", "local-server")


class Server:
    def __init__(self, lab):
        lab.servers += 1
        self.folder = f"{lab.folder}/server{lab.servers}"
        subprocess.run([SCRIPT, "start", self.folder], check=True, stdin=subprocess.DEVNULL)
        with open(f"{self.folder}/ports") as lines:
            ports = dict(line.strip().split("=", 1) for line in lines)
        self.port, self.domain = ports["TLS_PORT"], ports["DOMAIN"]
        self.ca = f"{self.folder}/ca.pem"
        self.data = f"{self.folder}/data/{self.domain.replace('.', '%2e')}"
        self.pid = self.read_pid()
        if lab.fast_server:
            self.speed_up()

    def read_pid(self):
        with open(f"{self.folder}/pid") as file:
            return int(file.read())

    def speed_up(self):
        """Starts it again with Lua's generational collector: half the CPU for a message."""
        self.stop()
        with open(f"{self.folder}/prosody.cfg.lua") as file:
            text = file.read()
        with open(f"{self.folder}/prosody.cfg.lua", "w") as file:
            file.write(text.replace("VirtualHost", 'gc = { mode = "generational" }\nVirtualHost'))
        subprocess.run([SCRIPT, "resume", self.folder], check=True, stdin=subprocess.DEVNULL)
        self.pid = self.read_pid()

    def stop(self):
        """Ends it, and waits for that."""
        for number in (signal.SIGTERM, signal.SIGKILL):
            try:
                os.kill(self.pid, number)
            except ProcessLookupError:
                return
            for _ in range(200):
                if machine.has_ended(self.pid):
                    return
                time.sleep(0.01)

    def write(self, store, name, text):
        folder = f"{self.data}/{store}"
        os.makedirs(folder, exist_ok=True)
        with open(f"{folder}/{name}.dat", "w") as file:
            file.write(text)

    def account(self, name):
        """Makes an account as `prosodyctl register` would, without its half second."""
        salt = f"salt-of-{name}"
        salted = hashlib.pbkdf2_hmac("sha256", PASSWORD.encode(), salt.encode(), 10000)
        client_key = hmac.digest(salted, b"Client Key", "sha256")
        server_key = hmac.digest(salted, b"Server Key", "sha256").hex()
        self.write("accounts", name, (
            f'return {{ ["iteration_count"] = 10000; ["salt"] = "{salt}"; '
            f'["stored_key"] = "{hashlib.sha256(client_key).hexdigest()}"; ["server_key"] = "{server_key}"; }};\n'))
        return f"{name}@{self.domain}"

    def roster(self, name, count):
        """Gives an account so many contacts of the same server, each in both directions and on both sides."""
        lines = ['return { [false] = { ["version"] = 1; ["pending"] = {}; };\n']
        own = f"{name}@{self.domain}"
        theirs = (f'return {{ [false] = {{ ["version"] = 1; ["pending"] = {{}}; }}; '
                  f'["{own}"] = {{ ["subscription"] = "both"; ["groups"] = {{}}; }}; }};\n')
        for number in range(count):
            contact = f"contact{number:05}"
            lines.append(f'["{contact}@{self.domain}"] = {{ ["subscription"] = "both"; ["name"] = "Contact {number}"; '
                         f'["groups"] = {{ ["Group {number % 20}"] = true; }}; }};\n')
            self.write("roster", contact, theirs)
        self.write("roster", name, "".join(lines) + "};\n")

    def login(self, name):
        """The first four arguments of every tool that logs in."""
        return [self.port, self.domain, name, PASSWORD]
