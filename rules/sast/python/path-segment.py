import os
from pathlib import Path
from uuid import UUID

from fastapi import APIRouter, Depends, FastAPI
from fastapi.responses import FileResponse
from flask import Blueprint, abort, send_file
from werkzeug.utils import secure_filename

shop = Blueprint("shop", __name__)
app = FastAPI()
router = APIRouter()
FOLDER = "/srv/shop/invoices"


@shop.route("/invoice/<name>")
def invoice(name):
    # ruleid: python.injection.path-segment
    return send_file(os.path.join(FOLDER, name))


@app.get("/notes/{name}")
def note(name: str):
    # ruleid: python.injection.path-segment
    return FileResponse(Path(FOLDER) / name)


@router.delete("/notes/{name}")
async def remove_note(name: str):
    # ruleid: python.injection.path-segment
    os.remove(os.path.join(FOLDER, name))


@shop.route("/safe/invoice/<name>")
def safe_invoice(name):
    # ok: python.injection.path-segment
    return send_file(os.path.join(FOLDER, secure_filename(name)))


@shop.route("/safe/invoice/<int:number>")
def numbered_invoice(number):
    # ok: python.injection.path-segment
    return send_file(os.path.join(FOLDER, f"{number}.pdf"))


@app.get("/safe/notes/{note_id}")
def safe_note(note_id: UUID):
    # ok: python.injection.path-segment
    return FileResponse(Path(FOLDER) / str(note_id))


@shop.route("/safe/seal/<name>")
def seal(name):
    if name not in os.listdir(FOLDER):
        abort(404)
    # ok: python.injection.path-segment
    return send_file(os.path.join(FOLDER, name))


@app.post("/copies")
def copy(order: Order):
    # ruleid: python.injection.path-object
    return FileResponse(Path(FOLDER) / order.name)


@router.put("/texts")
async def put_text(text: schemas.Text, folder: Folder = Depends(folder_of)):
    # ruleid: python.injection.path-object
    (Path(FOLDER) / text.title).write_text(text.body)


@router.patch("/marks")
def mark(mark: Mark):
    # ruleid: python.injection.path-object
    with open(os.path.join(FOLDER, mark.place), "a") as marks:
        marks.write("x")


@app.post("/safe/copies")
def safe_copy(order: Order):
    # ok: python.injection.path-object
    return FileResponse(Path(FOLDER) / secure_filename(order.name))


@app.post("/given")
def given(db: Session = Depends(session)):
    # ok: python.injection.path-object
    return FileResponse(Path(FOLDER) / db.name)


@app.get("/kinds/{kind}")
def kinds(kind: Kind):
    # ok: python.injection.path-object
    return FileResponse(Path(FOLDER) / kind.value)
