import ast
import json

from flask import Flask, request

app = Flask(__name__)


@app.route("/sum")
def total():
    # ruleid: python.injection.eval-request
    return str(eval(request.args.get("expression")))


@app.route("/script", methods=["POST"])
def script():
    source = request.form["source"]
    # ruleid: python.injection.eval-request
    exec(source, {})
    return "done"


def django_view(request):
    # ruleid: python.injection.eval-request
    return eval(request.POST["formula"], {"__builtins__": {}})


@app.route("/list")
def values():
    # ok: python.injection.eval-request
    return str(ast.literal_eval(request.args["values"]))


@app.route("/json", methods=["POST"])
def body():
    # ok: python.injection.eval-request
    return json.loads(request.data)


def constant():
    # ok: python.injection.eval-request
    return eval("6 * 7")
