import shlex
import subprocess
from subprocess import check_output


def archive(folder, target):
    # ruleid: python.injection.subprocess-shell
    subprocess.run(f"tar czf {target} {folder}", shell=True, check=True)


def resolve(host):
    # ruleid: python.injection.subprocess-shell
    return check_output("dig +short " + host, shell=True, text=True)


def thumbnail(path, size):
    command = "convert %s -resize %d out.png" % (path, size)
    # ruleid: python.injection.subprocess-shell
    subprocess.call(command, shell=True)


def checksum(path):
    # ruleid: python.injection.subprocess-shell
    process = subprocess.Popen("sha256sum {}".format(path), stdout=subprocess.PIPE, shell=True)
    return process.communicate()[0]


def archive_as_list(folder, target):
    # ok: python.injection.subprocess-shell
    subprocess.run(["tar", "czf", target, folder], check=True)


def uptime():
    # ok: python.injection.subprocess-shell
    return subprocess.check_output("uptime | cut -d, -f1", shell=True)


def list_folder(folder):
    # ok: python.injection.subprocess-shell
    subprocess.run("ls -l " + shlex.quote(folder), shell=True)


def compress(path):
    # ok: python.injection.subprocess-shell
    subprocess.run(f"gzip {path}".split(), shell=False)
