import aiohttp_session.redis_storage
from flask import Flask, make_response

app = Flask(__name__)

# ruleid: python.auth.cookie-flags
app.config["SESSION_COOKIE_HTTPONLY"] = False

# ok: python.auth.cookie-flags
app.config["SESSION_COOKIE_SECURE"] = True


@app.route("/login", methods=["POST"])
def login():
    response = make_response("welcome")
    # ruleid: python.auth.cookie-flags
    response.set_cookie("session", "value of the session")
    return response


@app.route("/token")
def token():
    response = make_response("token")
    # ruleid: python.auth.cookie-flags
    response.set_cookie("shop", "value", secure=True, httponly=False)
    return response


def django_login(request, response, key):
    # ruleid: python.auth.cookie-flags
    response.set_cookie(key="auth", value=key, httponly=True)
    return response


@app.route("/safe")
def safe_login():
    response = make_response("welcome")
    # ok: python.auth.cookie-flags
    response.set_cookie("session", "value of the session", secure=True, httponly=True, samesite="Lax")
    return response


@app.route("/theme")
def theme():
    response = make_response("dark")
    # ok: python.auth.cookie-flags
    response.set_cookie("theme", "dark")
    return response


@app.route("/options")
def options():
    response = make_response("welcome")
    # ok: python.auth.cookie-flags
    response.set_cookie("session", "value", **app.config["COOKIE_OPTIONS"])
    return response


class Settings:
    # ruleid: python.auth.cookie-flags
    SESSION_COOKIE_HTTPONLY = False
    # ok: python.auth.cookie-flags
    REMEMBER_COOKIE_SECURE = True


def storage(pool):
    # ruleid: python.auth.cookie-flags
    return aiohttp_session.redis_storage.RedisStorage(pool, httponly=False)
