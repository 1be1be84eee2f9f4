import base64
import json
import pickle

import yaml
from flask import Flask, request

app = Flask(__name__)


@app.route("/basket")
def basket():
    data = base64.b64decode(request.cookies["basket"])
    # ruleid: python.injection.deserialize-request
    return {"items": pickle.loads(data)}


@app.route("/settings", methods=["POST"])
def settings():
    # ruleid: python.injection.deserialize-request
    return yaml.load(request.data, Loader=yaml.Loader)


def restore(request):
    # ruleid: python.injection.deserialize-request
    return pickle.loads(request.body)


@app.route("/safe/settings", methods=["POST"])
def safe_settings():
    # ok: python.injection.deserialize-request
    return yaml.safe_load(request.data)


@app.route("/safe/basket")
def safe_basket():
    # ok: python.injection.deserialize-request
    return {"items": json.loads(request.cookies["basket"])}


def cached():
    with open("/var/cache/shop/basket.bin", "rb") as stream:
        # ok: python.injection.deserialize-request
        return pickle.load(stream)


@app.route("/job/<key>")
def job(key):
    # ok: python.injection.deserialize-request
    return pickle.loads(Job.query.filter_by(key=key).first().state)


@app.route("/copy", methods=["POST"])
def copy_of():
    # ok: python.injection.deserialize-request
    return pickle.loads(pickle.dumps(request.get_json()))
