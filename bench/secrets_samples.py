#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Writes made-up settings with labels (kind `lines` of secrets_accuracy.py), as people write them: secrets.csv and a
folder `made` with files of several formats.

    secrets_samples.py FOLDER [SEED]

Labelled material outside the repository has its secrets scrambled letter by letter, so that it holds no password a
person would choose. These samples bring them back: words with digits and symbols, phrases of several words, and
machine-made keys; and, as no secrets, what stands in the same places in real code: names, sentences, types, paths.
"""

import csv
import pathlib
import random
import string
import sys

WORDS = """winter summer river orange silver monkey dragon coffee purple garden window planet guitar thunder castle
pepper shadow hunter rocket banana marble copper candle forest harbor island jacket kitten ladder mirror needle
oyster pickle quartz ribbon saddle temple velvet walnut yellow zipper anchor basket cactus dolphin engine falcon
hammer igloo jungle lantern meadow nectar olive parrot quiver raven sunset tulip umbrella violet whisper""".split()
THINGS = """user account session request response field value label type name reset confirm update change login error
message invalid required missing expired current previous repeat strength minimum length policy provider service
handler factory context manager default custom internal external refresh access client server remote""".split()
URLS = ["postgres://app:{v}@db.example.com/shop", "mysql://root:{v}@10.0.0.5:3306/db", "https://bot:{v}@git.example.com/a.git",
        "mongodb+srv://svc:{v}@cluster.example.com/test", "redis://:{v}@cache:6379/0"]
PASSWORD_NAMES = ["password", "db_password", "DB_PASSWORD", "adminPassword", "passwd", "root_pwd", "smtp.password", "pass",
                  "spring.datasource.password", "passphrase", "userPass", "MYSQL_ROOT_PASSWORD"]
TOKEN_NAMES = ["secret", "client_secret", "API_KEY", "apiKey", "auth_token", "SECRET_KEY", "access_token", "jwtSecret",
               "session.secret", "encryptionKey", "webhook_secret", "token", "storage_account_key", "private_key"]
FORMATS = {
    "py": ['{n} = "{v}"', "config['{n}'] = '{v}'", 'connect(user="app", {n}="{v}")'],
    "js": ['const {n} = "{v}";', "  {n}: '{v}',", 'client.set("{n}", "{v}");'],
    "java": ['private static final String {n} = "{v}";', 'props.put("{n}", "{v}");'],
    "go": ['{n} := "{v}"', '\t{n}: "{v}",'],
    "json": ['  "{n}": "{v}",'],
    "yaml": ["  {n}: {v}", '  {n}: "{v}"'],
    "properties": ["{n}={v}"],
    "env": ["{n}={v}", 'export {n}="{v}"'],
    "md": ["    {n} = {v}", "Set `{n}=\"{v}\"` first."],
    "log": ["connecting with {n}={v} to db"],
}


class Maker:
    def __init__(self, seed):
        self.random = random.Random(seed)

    def pick(self, items):
        return self.random.choice(items)

    def draw(self, alphabet, count):
        return "".join(self.pick(alphabet) for _ in range(count))

    def password(self):
        word, other = self.pick(WORDS), self.pick(WORDS)
        digits = self.draw(string.digits, self.pick([2, 3, 4]))
        symbol = self.pick("!@#%*?_+")
        return self.pick([
            lambda: word.capitalize() + digits + symbol,
            lambda: word.capitalize() + symbol + digits,
            lambda: word + other.capitalize() + digits,
            lambda: f"{word}-{other}-{self.pick(WORDS)}-{digits}",
            lambda: f"{digits}-{word}-{other}-{self.draw(string.digits, 3)}",
            lambda: f"{word}.{other}{symbol}{digits}",
            lambda: word.replace("o", "0").replace("e", "3").capitalize() + symbol + digits,
            lambda: self.draw(string.ascii_letters + string.digits, self.pick([10, 12, 16, 20, 24, 32])),
            lambda: self.draw(string.ascii_letters + string.digits + "!@%*+-_?", self.pick([10, 12, 16])),
        ])()

    def token(self):
        letters = string.ascii_letters + string.digits
        return self.pick([
            lambda: self.draw("0123456789abcdef", self.pick([32, 40, 64])),
            lambda: self.draw(letters, self.pick([16, 20, 24, 32, 40, 48])),
            lambda: self.draw(letters + "+/", 42) + "=",
            lambda: self.draw(letters + "-_", self.pick([22, 32, 43])),
            lambda: self.pick(["key", "tok", "live", "sk"]) + "_" + self.draw(letters, 24),
            lambda: self.draw(string.ascii_uppercase + "234567", 32),
        ])()

    def harmless(self):
        a, b, c = self.pick(THINGS), self.pick(THINGS), self.pick(THINGS)
        return self.pick([
            lambda: f"{a}_{b}_{c}", lambda: a + b.capitalize() + c.capitalize(), lambda: f"{a}-{b}",
            lambda: f"{a}.{b}.{c}", lambda: f"{a.upper()}_{b.upper()}", lambda: a,
            lambda: f"{a.capitalize()} {b} {c}", lambda: f"{a}/{b}/{c}", lambda: f"{a}{self.pick('12')}",
            lambda: f"{a.capitalize()}{b.capitalize()}", lambda: f"--{a}-{b}", lambda: f"{a}:{b}",
        ])()


def main():
    folder = pathlib.Path(sys.argv[1])
    maker = Maker(int(sys.argv[2]) if len(sys.argv) > 2 else 1)
    (folder / "labels").mkdir(parents=True, exist_ok=True)
    rows = []
    for number in range(400):
        suffix = maker.pick(sorted(FORMATS))
        path, lines = f"made{number % 10}/s{number}.{suffix}", []
        for _ in range(6):
            names, make = maker.pick([(PASSWORD_NAMES, maker.password), (TOKEN_NAMES, maker.token)])
            secret = maker.random.random() < 0.5
            value = make() if secret else maker.harmless()
            template = maker.pick(FORMATS[suffix])
            name = maker.pick(names)
            if names is PASSWORD_NAMES and maker.random.random() < 0.25 and not set(value) & set("@/: ?#"):
                name, value = "database_url", maker.pick(URLS).replace("{v}", value)
            lines.append(template.replace("{n}", name).replace("{v}", value))
            rows.append([path, len(lines), len(lines), "T" if secret else "F", make.__name__])
        target = folder / "made" / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text("\n".join(lines) + "\n")
    with (folder / "labels" / "made.csv").open("w", newline="") as out:
        writer = csv.writer(out)
        writer.writerow(["FilePath", "LineStart", "LineEnd", "GroundTruth", "Category"])
        writer.writerows(rows)


if __name__ == "__main__":
    main()
