import jwt


def current_user(token):
    # ruleid: python.crypto.jwt-unverified
    return jwt.decode(token, options={"verify_signature": False})["sub"]


def old_user(token):
    # ruleid: python.crypto.jwt-unverified
    return jwt.decode(token, "", verify=False)["sub"]


def any_user(token, key):
    # ruleid: python.crypto.jwt-unverified
    return jwt.decode(token, key, algorithms=["HS256", "none"])["sub"]


def safe_user(token, key):
    # ok: python.crypto.jwt-unverified
    return jwt.decode(token, key, algorithms=["HS256"])["sub"]


def safe_audience(token, key):
    # ok: python.crypto.jwt-unverified
    return jwt.decode(token, key, algorithms=["RS256"], options={"verify_aud": False})


def issue(user, key):
    # ok: python.crypto.jwt-unverified
    return jwt.encode({"sub": user}, key, algorithm="HS256")


def text(data):
    # ok: python.crypto.jwt-unverified
    return data.decode("utf-8")
