import random
import secrets


def discount():
    # ruleid: python.crypto.predictable-random
    return random.randint(1, 20)


def pick(codes):
    # ruleid: python.crypto.predictable-random
    return random.choice(codes)


def jitter():
    # ruleid: python.crypto.predictable-random
    return random.random() * 0.1


def number():
    # ok: python.crypto.predictable-random
    return secrets.randbelow(1000000)


def strong():
    # ok: python.crypto.predictable-random
    return random.SystemRandom().randint(1, 20)


def order(items):
    # ok: python.crypto.predictable-random
    random.shuffle(items)
    return items
