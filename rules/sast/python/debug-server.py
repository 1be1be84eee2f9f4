import os

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
