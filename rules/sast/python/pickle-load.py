import hmac
import json
import pickle
import shelve


def load_cart(cookie):
    # ruleid: python.injection.pickle-load
    return pickle.loads(cookie)


def load_model(path):
    with open(path, "rb") as handle:
        # ruleid: python.injection.pickle-load
        return pickle.load(handle)


def visits(path):
    # ruleid: python.injection.pickle-load
    with shelve.open(path) as database:
        return database["visits"]


def copy(value):
    # ok: python.injection.pickle-load
    return pickle.loads(pickle.dumps(value))


def store(value):
    # ok: python.injection.pickle-load
    return pickle.dumps(value)


def load_signed(key, signature, payload):
    if not hmac.compare_digest(signature, hmac.digest(key, payload, "sha256")):
        raise ValueError("bad signature")
    # ok: python.injection.pickle-load
    return pickle.loads(payload)


def load_json(text):
    # ok: python.injection.pickle-load
    return json.loads(text)
