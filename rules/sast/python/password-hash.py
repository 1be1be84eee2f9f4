import hashlib
import os

import bcrypt


def register(user, password):
    # ruleid: python.crypto.password-hash
    user.digest = hashlib.sha256(password.encode()).hexdigest()


def check(user, password):
    # ruleid: python.crypto.password-hash
    return user.digest == hashlib.md5(password.encode("utf-8")).hexdigest()


def salted(salt, new_password):
    # ruleid: python.crypto.password-hash
    return hashlib.sha512(salt + new_password.encode()).digest()


def safe_register(user, password):
    # ok: python.crypto.password-hash
    user.digest = bcrypt.hashpw(password.encode(), bcrypt.gensalt())


def stretched(password):
    # ok: python.crypto.password-hash
    return hashlib.scrypt(password.encode(), salt=os.urandom(16), n=2**14, r=8, p=1)


def checksum(data):
    # ok: python.crypto.password-hash
    return hashlib.sha256(data).hexdigest()


def shortened(password):
    # ok: python.crypto.password-hash
    digest = hashlib.sha256(password.encode()).digest()
    return bcrypt.hashpw(digest, bcrypt.gensalt())


class MovedHasher(PBKDF2PasswordHasher):
    def encode(self, password, salt, iterations=None):
        # ok: python.crypto.password-hash
        digest = hashlib.sha512(password.encode()).hexdigest()
        return super().encode(digest, salt, iterations)


def change(user, password):
    # ruleid: python.crypto.password-hash-stored, python.crypto.password-hash
    user.password = hashlib.sha1(password.encode()).hexdigest()


def matches(user, password):
    # ruleid: python.crypto.password-hash-stored, python.crypto.password-hash
    return user.pwd_hash == hashlib.md5(password.encode()).hexdigest()


def create(form, Account):
    # ruleid: python.crypto.password-hash-stored, python.crypto.password-hash
    return Account(name=form.name, password=hashlib.sha256(form.password.encode()).hexdigest())


def keep_slow(user, password):
    # ok: python.crypto.password-hash-stored
    user.password = bcrypt.hashpw(password.encode(), bcrypt.gensalt())


def leaked(password, ask):
    # ok: python.crypto.password-hash-stored
    # ruleid: python.crypto.password-hash
    return ask(hashlib.sha1(password.encode()).hexdigest()[:5])


def avatar(user):
    # ok: python.crypto.password-hash-stored
    user.picture = hashlib.md5(user.email.encode()).hexdigest()


def look_up(Account, name, password):
    # ruleid: python.crypto.password-hash-stored, python.crypto.password-hash
    password = hashlib.md5(password.encode()).hexdigest()
    return Account.objects.filter(name=name, password=password)
