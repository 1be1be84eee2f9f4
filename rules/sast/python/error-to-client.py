import logging
import traceback

from django.http import HttpResponse
from flask import Flask, jsonify

app = Flask(__name__)
logger = logging.getLogger(__name__)


@app.route("/order/<number>")
def order(number):
    try:
        return load(number)
    except Exception:
        # ruleid: python.logging.error-to-client
        return traceback.format_exc(), 500


@app.errorhandler(500)
def failed(error):
    # ruleid: python.logging.error-to-client
    return jsonify({"error": "failed", "trace": traceback.format_exc()}), 500


def invoice(request, number):
    try:
        return HttpResponse(load(number))
    except Exception:
        # ruleid: python.logging.error-to-client
        return HttpResponse(traceback.format_exc(), status=500)


@app.route("/safe/<number>")
def safe_order(number):
    try:
        return load(number)
    except Exception:
        logger.exception("order %s failed", number)
        # ok: python.logging.error-to-client
        return "the order could not be loaded", 500


def describe():
    # ok: python.logging.error-to-client
    return traceback.format_exc()


@app.errorhandler(404)
def missing(error):
    # ok: python.logging.error-to-client
    return jsonify(error="not found"), 404


def load(number):
    return number
