#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Compares licence texts with what stands beside them: license_truth.py LICENSE_TEXTS FOLDER...

LICENSE_TEXTS is build/*/bench/sca/license_texts. Every folder below FOLDER that holds a package.json with one SPDX identifier as its
"license" and exactly one LICENSE, LICENCE or COPYING file is a row: right when the text is recognised as that licence, unknown
when it is recognised as none. Texts that are equal count once for each licence declared. Prints every other difference.
"""
import collections
import hashlib
import json
import os
import re
import subprocess
import sys

TEXT = re.compile(r"^(licen[sc]e|copying)(\.(md|txt|rst))?$", re.IGNORECASE)


def rows(folders):
    seen = set()
    for folder in folders:
        for place, names, files in os.walk(folder):
            names[:] = [name for name in names if name != ".git"]
            texts = [name for name in files if TEXT.match(name)]
            if "package.json" not in files or len(texts) != 1:
                continue
            path = os.path.join(place, texts[0])
            try:
                with open(os.path.join(place, "package.json"), encoding="utf-8") as file:
                    declared = json.load(file).get("license")
                with open(path, "rb") as file:
                    key = (declared, hashlib.sha256(re.sub(rb"(?im)^.*copyright.*$|\s+", b"", file.read())).hexdigest())
            except (OSError, ValueError, AttributeError):
                continue
            if isinstance(declared, str) and re.fullmatch(r"[A-Za-z0-9.+-]+", declared) and key not in seen:
                seen.add(key)
                yield path, declared


def main():
    truth = dict(rows(sys.argv[2:]))
    output = subprocess.run([sys.argv[1]], input="\n".join(truth) + "\n", capture_output=True, text=True, check=True).stdout
    outcome, differences = collections.Counter(), []
    for line in output.splitlines():
        path, found = line.rsplit("\t", 1)
        declared = truth[path]
        kind = "right" if found.lower() == declared.lower() else "unknown" if found == "-" else "other"
        outcome[kind] += 1
        if kind != "right":
            differences.append(f"{kind}: {path}: {declared}, found {found}")
    print(f"{sum(outcome.values())} texts: {outcome['right']} right, {outcome['unknown']} unknown, {outcome['other']} other")
    print("\n".join(differences[:40]))


main()
