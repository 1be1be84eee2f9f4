import os

import bottle
import fastapi
import tornado.web

from flask import Flask

app = Flask(__name__)
metrics_app = Flask("metrics")

# ruleid: python.logging.debug-server
app.debug = True

# ruleid: python.logging.debug-server
metrics_app.config["DEBUG"] = True

# ok: python.logging.debug-server
metrics_app.config["TESTING"] = True


def serve(task):
    # ok: python.logging.debug-server
    task.run(debug=True)


def local():
    # ok: python.logging.debug-server
    app.run(debug=os.environ.get("SHOP_DEBUG") == "1")


if __name__ == "__main__":
    # ok: python.logging.debug-server
    app.run(host="127.0.0.1", port=8000)
    # ruleid: python.logging.debug-server
    app.run(host="0.0.0.0", debug=True)


def service():
    # ruleid: python.logging.debug-application
    return fastapi.FastAPI(title="shop", debug=True)


def sockets(routes):
    # ruleid: python.logging.debug-application
    return tornado.web.Application(routes, debug=True)


def small():
    # ruleid: python.logging.debug-application
    bottle.run(host="0.0.0.0", port=80, debug=True)


def safe_service(settings):
    # ok: python.logging.debug-application
    return fastapi.FastAPI(title="shop", debug=settings.debug)


def safe_sockets(routes):
    # ok: python.logging.debug-application
    return tornado.web.Application(routes)


def safe_small():
    # ok: python.logging.debug-application
    bottle.run(host="0.0.0.0", port=80, debug=False)
