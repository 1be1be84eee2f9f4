import hashlib
import os
import re
from io import BytesIO
from pathlib import Path
from typing import Annotated

import strawberry
import tornado.websocket
from fastapi import Depends, FastAPI, Form, UploadFile
from fastapi.responses import FileResponse
from flask import Flask, abort, request, send_file, send_from_directory
from werkzeug.utils import safe_join, secure_filename

app = Flask(__name__)
api = FastAPI()
FOLDER = "/srv/shop/invoices"
REPORTS = {"week": "/srv/shop/week.csv", "month": "/srv/shop/month.csv"}


@app.route("/invoice")
def invoice():
    # ruleid: python.injection.path-request
    return send_file(os.path.join(FOLDER, request.args["file"]))


@app.route("/note")
def note():
    name = request.args.get("name")
    # ruleid: python.injection.path-request
    with open(f"/srv/shop/notes/{name}") as handle:
        return handle.read()


@app.route("/invoice", methods=["DELETE"])
def remove_invoice():
    name = request.form["file"]
    # ruleid: python.injection.path-request
    os.remove(os.path.join(FOLDER, name))
    return "", 204


@app.route("/safe/invoice")
def safe_invoice():
    # ok: python.injection.path-request
    return send_from_directory(FOLDER, request.args["file"])


@app.route("/upload", methods=["POST"])
def upload():
    name = request.form["name"]
    name = secure_filename(name)
    # ok: python.injection.path-request
    with open(os.path.join(FOLDER, name), "wb") as handle:
        handle.write(request.data)
    return "", 201


@app.route("/report")
def report():
    name = request.args.get("name")
    if name not in REPORTS:
        abort(404)
    # ok: python.injection.path-request
    return send_file(os.path.join(FOLDER, name))


@app.route("/terms")
def terms():
    # ok: python.injection.path-request
    return send_file("/srv/shop/terms.pdf")


@app.route("/logo/<slug>")
def logo(slug):
    shop = Shop.objects.get(slug=slug)
    # ok: python.injection.path-request
    return send_file(os.path.join(FOLDER, shop.logo))


@app.route("/seal")
def seal():
    shop = shops.find_by_slug(request.args["shop"])
    # ok: python.injection.path-request
    return send_file(os.path.join(FOLDER, shop.seal))


@app.route("/file/<path:name>")
def file(name):
    # ruleid: python.injection.path-request
    return send_file(os.path.join(FOLDER, name))


@app.route("/safe/file/<path:name>")
def safe_file(name):
    # ok: python.injection.path-request
    return send_file(safe_join(FOLDER, name))


@app.route("/copy/<name>")
def copy(name):
    # ok: python.injection.path-request
    return send_file(os.path.join(FOLDER, name))


@api.get("/notes/{folder}")
def note_of(folder: str, name: str):
    # ok: python.injection.path-request
    folder = Path(FOLDER) / folder / "notes"
    # ruleid: python.injection.path-request
    return FileResponse(folder / name)


@api.get("/tree/{place:path}")
def tree(place: str):
    # ruleid: python.injection.path-request
    return FileResponse(Path(FOLDER) / place)


@api.get("/mine")
def mine(name: str = Depends(name_of_user)):
    # ok: python.injection.path-request
    return FileResponse(Path(FOLDER) / name)


@app.route("/list")
def list_of():
    text = BytesIO(request.args["text"].encode())
    # ok: python.injection.path-request
    return send_file(text, download_name=request.args["name"])


@app.route("/basket")
def basket():
    row = db.fetchone("SELECT seal FROM shops WHERE id = :id", {"id": request.args["id"]})
    # ok: python.injection.path-request
    return send_file(os.path.join(FOLDER, row.seal))


@app.route("/digest")
def digest():
    name = hashlib.sha256(request.args["text"].encode()).hexdigest()
    # ok: python.injection.path-request
    return send_file(os.path.join(FOLDER, name))


@app.route("/safe/title")
def safe_title():
    name = re.sub(r"[^A-Za-z0-9_-]", "_", request.args["title"])
    # ok: python.injection.path-request
    return send_file(os.path.join(FOLDER, name))


@app.route("/checked")
def checked():
    name = request.args["name"]
    check_access(FOLDER, name)
    # ok: python.injection.path-request
    return send_file(os.path.join(FOLDER, name))


@app.route("/backup")
def backup():
    name = request.args["name"]
    # ok: python.injection.path-request
    return send_file(f"{FOLDER}/backup-{name}.db")


@app.route("/normal")
def normal():
    name = request.args["name"]
    # ruleid: python.injection.path-request
    return send_file(os.path.normpath(f"{FOLDER}/backup-{name}.db"))


@app.route("/own")
def own():
    # ok: python.injection.path-request
    return send_file(os.path.join(FOLDER, names.sanitize_file_name(request.args["name"])))


@app.route("/extension")
def extension():
    stem, ending = os.path.splitext(request.args["name"])
    # ok: python.injection.path-request
    open(os.path.join(FOLDER, "upload" + ending)).close()
    # ruleid: python.injection.path-request
    return send_file(os.path.join(FOLDER, stem))


@app.route("/cover")
def cover():
    # ok: python.injection.path-request
    return send_file(albums.get_cover_path(request.args["album_id"]))


@app.route("/cover/of")
def cover_of():
    album_id = request.args["album"]
    # ok: python.injection.path-request
    return send_file(albums.get_cover_path(album_id))


def upload(request):
    upload_file = request.FILES["picture"]
    # ok: python.injection.path-request
    return open(os.path.join(FOLDER, upload_file.name), "wb")


class Book:
    @strawberry.field
    def text(self, name: str) -> str:
        # ruleid: python.injection.path-request
        return open(os.path.join(FOLDER, name)).read()


def resolve_text(root, info, name):
    # ruleid: python.injection.path-request
    return open(os.path.join(FOLDER, name)).read()


class Feed(tornado.websocket.WebSocketHandler):
    def on_message(self, message):
        # ruleid: python.injection.path-request
        self.write_message(open(message).read())


@api.post("/texts")
async def text_of(name: Annotated[str, Form()], limit: int = 3):
    # ruleid: python.injection.path-request
    return FileResponse(Path(FOLDER) / name)


@api.post("/pictures")
async def keep(picture: UploadFile):
    # ruleid: python.injection.path-request
    with open(f"{FOLDER}/{picture.filename}", "wb") as kept:
        kept.write(await picture.read())
