import secrets

from flask import Flask, request, session

app = Flask(__name__)


@app.route("/language")
def language():
    # ruleid: python.injection.trust-boundary
    session["language"] = request.args["language"]
    return "done"


@app.route("/named")
def named():
    # ruleid: python.injection.trust-boundary
    session[request.args["key"]] = "on"
    return "done"


def role(request):
    # ruleid: python.injection.trust-boundary
    request.session["role"] = request.POST.get("role")


@app.route("/size")
def size():
    # ok: python.injection.trust-boundary
    session["size"] = int(request.args["size"])
    return "done"


@app.route("/number")
def number():
    # ok: python.injection.trust-boundary
    session["number"] = secrets.token_hex(16)
    return "done"


@app.route("/theme")
def theme():
    # ok: python.injection.trust-boundary
    session["theme"] = "dark" if request.args["theme"] == "dark" else "light"
    return "done"
