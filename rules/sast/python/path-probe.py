import os
from pathlib import Path

from flask import Flask, request
from werkzeug.utils import secure_filename

app = Flask(__name__)
FOLDER = "/srv/shop/invoices"


@app.route("/there")
def there():
    # ruleid: python.injection.path-probe
    return {"there": os.path.exists(os.path.join(FOLDER, request.args["file"]))}


@app.route("/size")
def size():
    name = request.args["file"]
    # ruleid: python.injection.path-probe
    return {"bytes": os.stat(FOLDER + "/" + name).st_size}


@app.route("/kind")
def kind():
    # ruleid: python.injection.path-probe
    return {"folder": Path(FOLDER, request.args["file"]).is_dir()}


@app.route("/safe/there")
def safe_there():
    # ok: python.injection.path-probe
    return {"there": os.path.exists(os.path.join(FOLDER, secure_filename(request.args["file"])))}


@app.route("/safe/size")
def safe_size():
    # ok: python.injection.path-probe
    return {"bytes": os.path.getsize(os.path.join(FOLDER, f"{int(request.args['number'])}.pdf"))}


@app.route("/read")
def read():
    # ok: python.injection.path-probe
    return open(os.path.join(FOLDER, request.args["file"])).read()
