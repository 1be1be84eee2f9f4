import hashlib
from hashlib import md5

from cryptography.hazmat.primitives import hashes


def sign(secret, text):
    # ruleid: python.crypto.weak-hash
    return hashlib.md5(secret + text).hexdigest()


def fingerprint(certificate):
    # ruleid: python.crypto.weak-hash
    return certificate.fingerprint(hashes.SHA1())


def digest(text):
    # ruleid: python.crypto.weak-hash
    value = md5()
    value.update(text)
    return value.hexdigest()


def named(text):
    # ruleid: python.crypto.weak-hash
    return hashlib.new("sha1", text).hexdigest()


def safe_digest(text):
    # ok: python.crypto.weak-hash
    return hashlib.sha256(text).hexdigest()


def cache_key(text):
    # ok: python.crypto.weak-hash
    return hashlib.md5(text, usedforsecurity=False).hexdigest()


def safe_named(text):
    # ok: python.crypto.weak-hash
    return hashlib.new("sha3_256", text).hexdigest()
