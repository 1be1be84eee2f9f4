import html

from django.http import HttpResponse
from flask import Flask, make_response, render_template, request

app = Flask(__name__)


@app.route("/search")
def search():
    term = request.args.get("term", "")
    # ruleid: python.injection.response-html
    return f"<h1>Results for {term}</h1>"


@app.route("/missing")
def missing():
    # ruleid: python.injection.response-html
    return make_response("<p>No page " + request.args["page"] + "</p>", 404)


@app.route("/gone")
def gone():
    # ruleid: python.injection.response-html
    response = make_response("<p>No page " + request.args["page"] + "</p>", 410)
    response.headers["Retry-After"] = "60"
    return response


@app.route("/moved")
def moved():
    # ok: python.injection.response-html
    response = make_response(("<p>Moved</p>", 301, {"X-Page": request.args["page"]}))
    return response


def greeting(request):
    # ruleid: python.injection.response-html
    return HttpResponse("<p>Hello %s</p>" % request.GET.get("name"))


@app.route("/safe/search")
def safe_search():
    term = html.escape(request.args.get("term", ""))
    # ok: python.injection.response-html
    return f"<h1>Results for {term}</h1>"


@app.route("/safe/page")
def page():
    # ok: python.injection.response-html
    return render_template("page.html", title=request.args.get("title"))


def export(request):
    # ok: python.injection.response-html
    return HttpResponse(request.GET.get("text"), content_type="text/plain")
