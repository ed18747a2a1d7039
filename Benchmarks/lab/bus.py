"""A message bus of its own, without activation: nothing of the user's session takes part."""
import subprocess
import time

from . import tools

CONFIGURATION = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:path={folder}/bus</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
  <limit name="max_incoming_bytes">1000000000</limit>
  <limit name="max_outgoing_bytes">1000000000</limit>
  <limit name="max_message_size">1000000000</limit>
  <limit name="max_replies_per_connection">50000</limit>
  <limit name="max_match_rules_per_connection">50000</limit>
</busconfig>
"""


def start(lab):
    with open(f"{lab.folder}/bus.conf", "w") as file:
        file.write(CONFIGURATION.format(folder=lab.folder))
    process = subprocess.Popen(["dbus-daemon", f"--config-file={lab.folder}/bus.conf", "--nofork",
                                "--print-address"], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                               stderr=open(f"{lab.folder}/bus.log", "w"), text=True)
    lab.processes.append(process)
    address = process.stdout.readline().strip()
    if not address:
        raise tools.Failure("dbus-daemon did not start")
    lab.environment["DBUS_SESSION_BUS_ADDRESS"] = address
    return process.pid


def wait_for_name(lab, name, limit=10):
    """Waits until somebody owns the name."""
    end = time.monotonic() + limit
    while time.monotonic() < end:
        answer = subprocess.run(["dbus-send", "--session", "--print-reply=literal", "--dest=org.freedesktop.DBus", "/",
                                 "org.freedesktop.DBus.NameHasOwner", f"string:{name}"], env=lab.environment,
                                capture_output=True, text=True)
        if "true" in answer.stdout:
            return
        time.sleep(0.02)
    raise tools.Failure(f"nobody claimed {name} within {limit} s")
