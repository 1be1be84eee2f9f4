import os
import shlex
import subprocess

from flask import Flask, abort, request

app = Flask(__name__)


@app.route("/ping")
def ping():
    # ruleid: python.injection.command-request
    return subprocess.check_output("ping -c 1 " + request.args["host"], shell=True)


@app.route("/archive", methods=["POST"])
def archive():
    folder = request.form.get("folder")
    # ruleid: python.injection.command-request
    os.system(f"tar czf /tmp/archive.tgz {folder}")
    return "done"


@app.route("/lookup")
def lookup():
    host = request.values["host"]
    command = "dig +short " + host
    # ruleid: python.injection.command-request
    return subprocess.run(command, shell=True, capture_output=True, text=True).stdout


@app.route("/safe/ping")
def safe_ping():
    # ok: python.injection.command-request
    return subprocess.check_output(["ping", "-c", "1", request.args["host"]])


@app.route("/safe/archive", methods=["POST"])
def safe_archive():
    folder = request.form.get("folder")
    folder = shlex.quote(folder)
    # ok: python.injection.command-request
    os.system(f"tar czf /tmp/archive.tgz {folder}")
    return "done"


@app.route("/safe/lookup")
def safe_lookup():
    host = request.values["host"]
    if not host.isalnum():
        abort(400)
    # ok: python.injection.command-request
    return subprocess.check_output("dig +short " + host, shell=True)


def uptime():
    # ok: python.injection.command-request
    return os.system("uptime")


@app.route("/convert")
def convert():
    command = ["convert", "-resize", request.args["size"], "in.png", "out.png"]
    # ok: python.injection.command-request
    subprocess.run(command, check=True)
    return "done"


@app.route("/shell")
def shell():
    command = ["sh", "-c", "convert " + request.args["name"]]
    # ruleid: python.injection.command-request
    subprocess.run(command, check=True)
    return "done"


@app.route("/shell/piecewise")
def shell_piecewise():
    command = []
    command.append("sh")
    command.append("-c")
    command.append("convert " + request.args["name"])
    # ruleid: python.injection.command-request
    subprocess.run(command, check=True)
    return "done"


@app.route("/tool")
def tool():
    # ruleid: python.injection.command-request
    return subprocess.check_output(shlex.split(request.args["command"]))


@app.route("/safe/tool")
def safe_tool():
    # ok: python.injection.command-request
    return subprocess.check_output(["convert", "--", request.args["file"]])
