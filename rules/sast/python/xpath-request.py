import re

import lxml.etree
from flask import Flask, abort, request

app = Flask(__name__)
BOOKS = lxml.etree.parse("books.xml")


@app.route("/price")
def price():
    # ruleid: python.injection.xpath-request
    return BOOKS.xpath(f"string(//book[@title='{request.args['title']}']/price)")


@app.route("/author")
def author():
    name = request.args.get("name")
    # ruleid: python.injection.xpath-request
    find = lxml.etree.XPath("//author[name='" + name + "']")
    return str(len(find(BOOKS)))


def chapters(request):
    # ruleid: python.injection.xpath-request
    return BOOKS.findall("//chapter[@id='%s']" % request.GET["id"])


@app.route("/safe/price")
def safe_price():
    # ok: python.injection.xpath-request
    return BOOKS.xpath("string(//book[@title=$title]/price)", title=request.args["title"])


@app.route("/safe/position")
def safe_position():
    # ok: python.injection.xpath-request
    return BOOKS.xpath(f"string(//book[{int(request.args['position'])}]/price)")


@app.route("/safe/words")
def safe_words():
    # ok: python.injection.xpath-request
    return " ".join(WORD_RE.findall(request.args["text"]))


@app.route("/safe/author")
def safe_author():
    name = request.args["name"]
    if not re.fullmatch("[A-Za-z ]+", name):
        abort(400)
    # ok: python.injection.xpath-request
    return str(len(BOOKS.xpath("//author[name='" + name + "']")))
