from urllib.parse import urlencode
from urllib.request import urlopen

import httpx
import requests
from flask import Flask, abort, request

app = Flask(__name__)
HOSTS = {"stock": "https://stock.example.com/v1"}


@app.route("/preview")
def preview():
    # ruleid: python.injection.ssrf-request
    return requests.get(request.args["url"], timeout=5).text


@app.route("/hook", methods=["POST"])
def hook():
    target = request.form.get("target")
    # ruleid: python.injection.ssrf-request
    answer = requests.post(target, json={"event": "test"}, timeout=5)
    return str(answer.status_code)


@app.route("/avatar")
def avatar():
    address = request.values["address"]
    # ruleid: python.injection.ssrf-request
    with urlopen(address) as image:
        return image.read()


@app.route("/stock")
def stock():
    # ok: python.injection.ssrf-request
    return requests.get(HOSTS["stock"], params={"sku": request.args["sku"]}, timeout=5).text


@app.route("/checked")
def checked():
    target = request.args["target"]
    if not is_partner(target):
        abort(400)
    # ok: python.injection.ssrf-request
    return requests.get(target, timeout=5).text


def is_partner(address):
    return address.startswith("https://partner.example.com/")


def health():
    # ok: python.injection.ssrf-request
    return requests.get("https://status.example.com/health", timeout=5).ok


@app.route("/repository")
def repository():
    # ok: python.injection.ssrf-request
    return requests.get(f"{settings.HOST_URL}repos/{request.args['name']}").text


@app.route("/issues")
def issues():
    # ok: python.injection.ssrf-request
    return requests.get(ISSUES_URL + request.args["name"]).text


@app.route("/cover")
def cover():
    url = validate_public_url(request.args["url"])
    # ok: python.injection.ssrf-request
    return requests.get(url).text


@app.route("/any")
def any_host():
    # ruleid: python.injection.ssrf-request
    return requests.get(f"{request.args['host']}/health").text


@app.route("/session")
def in_session():
    session = requests.Session()
    # ruleid: python.injection.ssrf-request
    return session.get(request.args["url"]).text


async def in_client(request):
    async with httpx.AsyncClient() as client:
        # ruleid: python.injection.ssrf-request
        return await client.get(request.GET["url"])


@app.route("/kept")
def kept(session):
    # ok: python.injection.ssrf-request
    return session.get(request.args["key"])


@app.route("/upload")
def upload():
    # ok: python.injection.ssrf-request
    return requests.post("{}?name={}".format(settings.UPLOADS, request.args["name"])).text


@app.route("/checked")
def checked_alone():
    url = request.args["url"]
    check_callback_url(url)
    # ok: python.injection.ssrf-request
    return requests.get(url).text


@app.route("/unchecked")
def checked_another():
    url = request.args["url"]
    check_callback_url(request.args["callback"])
    # ruleid: python.injection.ssrf-request
    return requests.get(url).text


@app.route("/known")
def known(releases):
    link = request.args["link"]
    release = next((r for r in releases if r.link == link), None)
    if not release:
        abort(404)
    # ok: python.injection.ssrf-request
    return requests.get(link).text


async def in_guarded_client(request, way):
    async with httpx.AsyncClient(transport=way) as client:
        # ok: python.injection.ssrf-request
        return await client.get(request.GET["url"])


@app.route("/boards")
def boards():
    # ok: python.injection.ssrf-request
    return requests.get(HOSTS["stock"] + "?" + urlencode({"token": request.args["token"]})).text
