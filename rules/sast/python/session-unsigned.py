import base64
import hmac
import json

from flask import request, session


def write_encoded(response, user):
    # ruleid: python.auth.session-unsigned
    response.set_cookie("shop_session", base64.b64encode(json.dumps(user).encode()))


def write_later(response, user):
    value = base64.urlsafe_b64encode(user.name.encode())
    # ruleid: python.auth.session-unsigned
    response.set_cookie("login", value, httponly=True)


def read_encoded():
    cookie = request.cookies.get("shop_session")
    # ruleid: python.auth.session-unsigned
    return json.loads(base64.b64decode(cookie.encode()))


def write_signed(response, user, key):
    value = base64.b64encode(user.name.encode())
    seal = hmac.new(key, value, "sha256").hexdigest()
    # ok: python.auth.session-unsigned
    response.set_cookie("login", value + b"." + seal.encode())


def write_preferences(response, chosen):
    # ok: python.auth.session-unsigned
    response.set_cookie("user_preferences", json.dumps(chosen))


def of_framework(user):
    # ok: python.auth.session-unsigned
    session["user"] = json.dumps(user)


def sealed(response, user, box):
    # ok: python.auth.session-unsigned
    response.set_cookie("user", box.encrypt(json.dumps(user)))
