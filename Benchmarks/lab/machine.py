"""What the kernel knows of a process and of the machine."""
import ctypes
import os
import platform

ADOPT_ORPHANS = 36  # PR_SET_CHILD_SUBREAPER


def status(pid, *keys):
    """Numbers from /proc/PID/status: KiB for memory."""
    found = {}
    with open(f"/proc/{pid}/status") as lines:
        for line in lines:
            key, _, value = line.partition(":")
            if key in keys:
                found[key] = int(value.split()[0])
    return [found[key] for key in keys]


def memory(pid):
    """Resident memory in MiB."""
    return status(pid, "VmRSS")[0] / 1024


def threads(pid):
    return status(pid, "Threads")[0]


def forget_peak(pid):
    with open(f"/proc/{pid}/clear_refs", "w") as file:
        file.write("5")


def peak(pid):
    """Highest resident memory in MiB since `forget_peak`."""
    return status(pid, "VmHWM")[0] / 1024


def processor_time(pid):
    """Seconds of CPU of all threads that live now, to the nanosecond."""
    total = 0
    for task in os.listdir(f"/proc/{pid}/task"):
        try:
            with open(f"/proc/{pid}/task/{task}/schedstat") as file:
                total += int(file.read().split()[0])
        except FileNotFoundError:
            pass
    return total / 1e9


def wake_ups(pid):
    """How often any of its threads has slept and been woken, for each living thread by name and id."""
    counts = {}
    for task in os.listdir(f"/proc/{pid}/task"):
        with open(f"/proc/{pid}/task/{task}/status") as lines:
            fields = dict(line.split(":", 1) for line in lines if ":" in line)
        counts[f"{fields['Name'].strip()}/{task}"] = int(fields["voluntary_ctxt_switches"])
    return counts


def description():
    """One line on the machine."""
    model = "unknown processor"
    with open("/proc/cpuinfo") as lines:
        for line in lines:
            if line.startswith("model name"):
                model = line.split(":", 1)[1].strip()
                break
    with open("/proc/meminfo") as lines:
        memory_size = int(lines.readline().split()[1]) / 1024 / 1024
    with open("/etc/os-release") as lines:
        names = dict(line.strip().split("=", 1) for line in lines if "=" in line)
    system = names.get("PRETTY_NAME", "Linux").strip('"')
    return (f"{os.cpu_count()} × {model}, {memory_size:.0f} GiB, {system}, Linux {platform.release()}, "
            f"load {os.getloadavg()[0]:.2f}")


def adopt_orphans():
    """Makes this process the parent of every orphan below it, so that it can wait for their end."""
    ctypes.CDLL(None).prctl(ADOPT_ORPHANS, 1, 0, 0, 0)


def has_ended(pid):
    try:
        return os.waitpid(pid, os.WNOHANG)[0] == pid
    except ChildProcessError:
        return not os.path.exists(f"/proc/{pid}")
