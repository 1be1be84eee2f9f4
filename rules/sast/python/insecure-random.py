import random
import secrets
import string


def reset(user):
    # ruleid: python.crypto.insecure-random
    user.reset_token = "".join(random.choice(string.ascii_letters) for _ in range(32))
    user.save()


def new_session():
    # ruleid: python.crypto.insecure-random
    session_id = random.getrandbits(64)
    return session_id


def generate_password(length):
    alphabet = string.ascii_letters + string.digits
    # ruleid: python.crypto.insecure-random
    letters = random.choices(alphabet, k=length)
    return "".join(letters)


def safe_reset(user):
    # ok: python.crypto.insecure-random
    user.reset_token = secrets.token_urlsafe(32)
    user.save()


def banner(products):
    # ok: python.crypto.insecure-random
    return random.choice(products)


def backoff(attempt):
    # ok: python.crypto.insecure-random
    delay = random.uniform(0, 2**attempt)
    return delay


def strong_code():
    # ok: python.crypto.insecure-random
    login_code = random.SystemRandom().randint(100000, 999999)
    return login_code
