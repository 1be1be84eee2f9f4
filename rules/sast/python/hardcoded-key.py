import os

import itsdangerous
import jwt
from flask import Flask

app = Flask(__name__)
# ruleid: python.crypto.hardcoded-key
app.secret_key = "harbour crane at dawn"
# ruleid: python.crypto.hardcoded-key
app.config["SECRET_KEY"] = "harbour"
# ok: python.crypto.hardcoded-key
app.secret_key = os.environ["SHOP_KEY"]

SIGNING = "crane over the harbour"


def issue(user):
    # ruleid: python.crypto.hardcoded-key
    return jwt.encode({"sub": user}, SIGNING, algorithm="HS256")


def links():
    # ruleid: python.crypto.hardcoded-key
    return itsdangerous.URLSafeTimedSerializer("harbour crane at dawn", salt="links")


def safe_issue(user, key):
    # ok: python.crypto.hardcoded-key
    return jwt.encode({"sub": user}, key, algorithm="HS256")


def read_public(token):
    # ok: python.crypto.hardcoded-key
    return jwt.decode(token, "-----BEGIN PUBLIC KEY-----", algorithms=["RS256"])


def encoded(text):
    # ok: python.crypto.hardcoded-key
    return text.encode("utf-8", "replace")


class Settings:
    # ruleid: python.crypto.settings-key
    SECRET_KEY = "harbour crane at dawn"
    # ruleid: python.crypto.settings-key
    JWT_SECRET = "crane-crane"


# ruleid: python.crypto.settings-key
SECRET_KEY = "harbour"
# ok: python.crypto.settings-key
SECRET_KEY = os.environ["SHOP_KEY"]
# ok: python.crypto.settings-key
SECRET_KEY = ""
# ok: python.crypto.settings-key
SECRET_KEY_FILE = "/run/secrets/shop"
