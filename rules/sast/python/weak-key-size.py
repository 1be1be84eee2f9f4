import paramiko
from Crypto.PublicKey import RSA
from cryptography.hazmat.primitives.asymmetric import ec, rsa


def signing_key():
    # ruleid: python.crypto.weak-key-size
    return rsa.generate_private_key(public_exponent=65537, key_size=1024)


def licence_key():
    # ruleid: python.crypto.weak-key-size
    return RSA.generate(512)


def deploy_key():
    # ruleid: python.crypto.weak-key-size
    return paramiko.RSAKey.generate(bits=1024)


def safe_signing_key():
    # ok: python.crypto.weak-key-size
    return rsa.generate_private_key(public_exponent=65537, key_size=3072)


def safe_licence_key():
    # ok: python.crypto.weak-key-size
    return RSA.generate(2048)


def curve_key():
    # ok: python.crypto.weak-key-size
    return ec.generate_private_key(ec.SECP256R1())
