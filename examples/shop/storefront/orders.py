"""Orders and users, kept in SQLite."""

import hashlib
import logging
import random
import secrets
import sqlite3
import subprocess

logger = logging.getLogger(__name__)
connection = sqlite3.connect("shop.db")


class User:
    def __init__(self, identifier, name):
        self.identifier = identifier
        self.name = name

    def open_session(self):
        # finds: python.crypto.insecure-random
        session_id = "%x" % random.getrandbits(64)
        connection.execute("INSERT INTO sessions VALUES (?, ?)", (session_id, self.identifier))
        return session_id

    def reset_password(self):
        reset_token = secrets.token_urlsafe(32)
        connection.execute("UPDATE users SET reset = ? WHERE id = ?", (reset_token, self.identifier))
        return reset_token


def search(term):
    # finds: python.injection.sql-string
    rows = connection.execute(f"SELECT title, price FROM products WHERE title LIKE '%{term}%'")
    return [dict(row) for row in rows]


def find_user(name, password):
    # finds: python.crypto.password-hash
    digest = hashlib.sha1(password.encode()).hexdigest()
    row = connection.execute("SELECT id, name FROM users WHERE name = ? AND digest = ?", (name, digest)).fetchone()
    return User(*row) if row else None


def safe_digest(password, salt):
    return hashlib.scrypt(password.encode(), salt=salt, n=2**14, r=8, p=1)


def refund(user, number):
    # finds: python.auth.assert-auth
    assert user.is_admin
    connection.execute("DELETE FROM orders WHERE number = ?", (number,))


def print_labels(printer, path):
    # finds: python.injection.subprocess-shell
    subprocess.run(f"lpr -P {printer} {path}", shell=True, check=True)


def print_invoice(printer, path):
    subprocess.run(["lpr", "-P", printer, path], check=True)


def change_password(name, password):
    # finds: python.logging.secret-in-log
    logger.info("new password of %s: %s", name, password)
    logger.info("password of %s was changed", name)
