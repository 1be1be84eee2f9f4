from Crypto.Cipher import AES, ARC4, DES
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes


def seal(key, card):
    # ruleid: python.crypto.weak-cipher
    return DES.new(key, DES.MODE_CBC, iv=card[:8]).encrypt(card)


def stream(key, text):
    # ruleid: python.crypto.weak-cipher
    return ARC4.new(key).encrypt(text)


def block(key, text):
    # ruleid: python.crypto.weak-cipher
    return AES.new(key, AES.MODE_ECB).encrypt(text)


def encryptor(key):
    # ruleid: python.crypto.weak-cipher
    return Cipher(algorithms.AES(key), modes.ECB()).encryptor()


def safe_seal(key, nonce, card):
    # ok: python.crypto.weak-cipher
    return AES.new(key, AES.MODE_GCM, nonce=nonce).encrypt_and_digest(card)


def safe_encryptor(key, nonce):
    # ok: python.crypto.weak-cipher
    return Cipher(algorithms.AES(key), modes.GCM(nonce)).encryptor()


def safe_stream(key, nonce):
    # ok: python.crypto.weak-cipher
    return Cipher(algorithms.ChaCha20(key, nonce), mode=None).encryptor()
