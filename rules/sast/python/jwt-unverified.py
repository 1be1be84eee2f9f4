import jwt


def current_user(token):
    # ruleid: python.crypto.jwt-unverified
    return jwt.decode(token, options={"verify_signature": False})["sub"]


def old_user(token):
    # ruleid: python.crypto.jwt-unverified
    return jwt.decode(token, "", verify=False)["sub"]


def any_user(token, key):
    # ruleid: python.crypto.jwt-none
    return jwt.decode(token, key, algorithms=["HS256", "none"])["sub"]


def is_partner_token(token):
    # ok: python.crypto.jwt-unverified
    claims = jwt.decode(token, options={"verify_signature": False})
    return claims.get("iss") == "partner"


def user_of_any_issuer(token, keys):
    # ok: python.crypto.jwt-unverified
    claims = jwt.decode(token, options={"verify_signature": False})
    key = keys[claims["iss"]]
    claims = jwt.decode(token, key, algorithms=["RS256"])
    return claims["sub"]


def user_of_two(token, other, key):
    # ruleid: python.crypto.jwt-unverified
    claims = jwt.decode(token, options={"verify_signature": False})
    checked = jwt.decode(other, key, algorithms=["RS256"])
    return claims["sub"], checked


def is_admin(token):
    # ruleid: python.crypto.jwt-unverified
    return jwt.decode(token, options={"verify_signature": False})["admin"]


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


def any_case(token, key):
    # ruleid: python.crypto.jwt-none
    return jwt.decode(token, key, algorithms=["None"])


def unsigned(user):
    # ruleid: python.crypto.jwt-none
    return jwt.encode({"sub": user}, "", algorithm="none")


def signed(user, key):
    # ok: python.crypto.jwt-none
    return jwt.encode({"sub": user, "kind": "none"}, key, algorithm="HS512")


def strict(token, key):
    # ok: python.crypto.jwt-none
    return jwt.decode(token, key, algorithms=["ES256"])


def lenient(codec, token):
    # ok: python.crypto.jwt-none
    return codec.decode(token, algorithms=["none"])
