import os
import shlex
import subprocess


def ping(host):
    # ruleid: python.injection.os-system
    return os.system("ping -c 1 " + host)


def disk_usage(folder):
    # ruleid: python.injection.os-system
    with os.popen(f"du -sh {folder}") as output:
        return output.read()


def play(track):
    command = "mpg123 %s" % track
    # ruleid: python.injection.os-system
    os.system(command)


def clear():
    # ok: python.injection.os-system
    os.system("clear")


def show(path):
    # ok: python.injection.os-system
    os.system("less " + shlex.quote(path))


def ping_as_list(host):
    # ok: python.injection.os-system
    return subprocess.run(["ping", "-c", "1", host], check=False).returncode


def load_average():
    # ok: python.injection.os-system
    return os.getloadavg()
