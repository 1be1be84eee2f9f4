import html
import json

import nh3

from django.http import HttpResponse
from django.template import loader
from django.utils.html import escape
from django.utils.safestring import mark_safe
from flask import Flask, Response, jsonify, make_response, render_template, request
from flask import render_template as flask_page
from markupsafe import Markup

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


@app.route("/words")
def words():
    def counted(text):
        # ok: python.injection.response-html
        return text.split()

    # ok: python.injection.response-html
    return jsonify(counted(request.args["text"]))


@app.route("/plain")
def plain():
    # ok: python.injection.response-html
    response = make_response(request.args["text"])
    response.mimetype = "text/plain"
    return response


@app.route("/notes.csv")
def notes():
    # ok: python.injection.response-html
    response = make_response(request.args["text"])
    response.headers["Content-Type"] = "text/csv"
    return response


def saved(request):
    # ok: python.injection.response-html
    response = HttpResponse(request.GET["text"])
    response["Content-Disposition"] = "attachment; filename=note.txt"
    return response


def page_of(request):
    body = loader.render_to_string("shop/page.html", {"term": request.GET["term"]})
    # ok: python.injection.response-html
    return HttpResponse("<main>" + body + "</main>")


def remark(request):
    # ok: python.injection.response-html
    return mark_safe(nh3.clean(request.POST["remark"]))


def sorted_by(request):
    query = request.GET.copy()
    # ok: python.injection.response-html
    return mark_safe("?" + query.urlencode())


def added(request):
    item = Item.objects.get(pk=request.POST["item"])
    # ok: python.injection.response-html
    return mark_safe(f'<a href="{item.get_absolute_url()}">{escape(item)}</a>')


def drawing(request):
    # ruleid: python.injection.response-html
    return HttpResponse(f"<svg><text>{request.GET['title']}</text></svg>", content_type="image/svg+xml")


@app.route("/hello/<name>")
def hello(name):
    # ruleid: python.injection.response-html
    return f"<h1>Hello {name}</h1>"


@app.route("/shop/<name>")
def shop(name):
    shop = Shop.query.filter_by(name=name).first_or_404()
    # ok: python.injection.response-html
    return shop.page


@app.route("/stock/<sku>")
def stock(sku):
    # ok: python.injection.response-html
    return answer_of({"sku": sku})


def answer_of(values):
    return Response(json.dumps(values), mimetype="text/json")


@app.route("/names")
def names():
    # ok: python.injection.response-html
    return [request.args["name"]]


def told(request):
    # ok: python.injection.response-html
    return Markup(request.POST["text"]).unescape()


@app.route("/rendered")
def rendered():
    # ruleid: python.injection.response-html
    return heading(request.args["title"])


def heading(title):
    return "<h1>" + title + "</h1>"


@app.route("/stocked")
def stocked():
    # ok: python.injection.response-html
    return store.answer(request.args["sku"])


@app.route("/told")
def told_back():
    # ruleid: python.injection.response-html
    return "<h1>{}</h1>".format(request.args["title"])


@app.route("/other/page")
def other_page():
    # ok: python.injection.response-html
    return flask_page("page.html", title=request.args.get("title"))


@app.route("/own/page")
def own_page():
    # ok: python.injection.response-html
    return shop.render("page.html", {"title": request.args.get("title")})


def tell(text, allow_html=False):
    if allow_html:
        # ok: python.injection.response-html
        text = Markup(text)
    return text


@app.route("/told")
def told():
    tell(request.args.get("text"))
    return ""
