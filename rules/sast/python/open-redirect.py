from django.http import HttpResponseRedirect
from flask import Flask, redirect, request, url_for

app = Flask(__name__)


@app.route("/login", methods=["POST"])
def login():
    # ruleid: python.injection.open-redirect
    return redirect(request.args.get("next") or "/")


@app.route("/logout")
def logout():
    target = request.args["next"]
    # ruleid: python.injection.open-redirect
    return redirect(target)


def confirm(request):
    # ruleid: python.injection.open-redirect
    return HttpResponseRedirect(request.GET["return"])


@app.route("/home")
def home():
    # ok: python.injection.open-redirect
    return redirect(url_for("index", tab=request.args.get("tab")))


@app.route("/back")
def back():
    target = request.args.get("next", "/")
    if not target.startswith("/") or target.startswith("//"):
        target = "/"
    # ok: python.injection.open-redirect
    return redirect(target)


@app.route("/old")
def old():
    # ok: python.injection.open-redirect
    return redirect("/new", code=301)
