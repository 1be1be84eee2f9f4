#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Counts which letter follows which two in the words of source code and documentation, and prints the table
scanners/secrets/letters.cpp holds.

    secrets_letters.py FOLDER… > scanners/secrets/letters.cpp

A word is a run of letters, cut where an upper-case letter follows a lower-case one. A word counts when it
stands in at least three files, with the logarithm of that number, so that neither random text nor one
frequent word decides. Nothing of the texts is in the table but these counts.
"""

import collections
import math
import pathlib
import re
import sys

SUFFIXES = {".py", ".js", ".ts", ".go", ".java", ".c", ".h", ".md", ".rst", ".yml", ".yaml", ".rb", ".php",
            ".txt", ".adoc", ".html", ".xml", ".json", ".properties"}
WORD = re.compile(r"[A-Z]?[a-z]{2,}|[A-Z]{3,}")
FILE_BYTES_MAX = 200_000
DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTU"
EDGE = 26  # before the first letter, and after the last


def words_of(folders):
    files_with = collections.Counter()
    for folder in folders:
        for path in sorted(pathlib.Path(folder).rglob("*")):
            if path.suffix not in SUFFIXES or not path.is_file() or path.stat().st_size > FILE_BYTES_MAX:
                continue
            files_with.update({word.lower() for word in WORD.findall(path.read_text(errors="ignore"))})
    return {word: math.log(count) for word, count in files_with.items() if count >= 3 and len(word) <= 20}


def counts_of(words):
    three, two, one = (collections.Counter() for _ in range(3))
    for word, weight in words.items():
        letters = [EDGE, EDGE] + [ord(c) - ord("a") for c in word] + [EDGE]
        for i in range(2, len(letters)):
            a, b, c = letters[i - 2:i + 1]
            three[a, b, c] += weight
            two[b, c] += weight
            one[c] += weight
    return three, two, one


def bits_table(words):
    """For every pair of letters the price of each next one (and of the end) in half bits: Witten-Bell."""
    three, two, one = counts_of(words)
    total = sum(one.values())

    def smoothed(counts, lower):
        seen = sum(counts)
        kinds = sum(count > 0 for count in counts) or 1
        return [(count + kinds * part) / (seen + kinds) for count, part in zip(counts, lower)]

    flat = [(one[c] + 1) / (total + 27) for c in range(27)]
    for a in range(27):
        for b in range(27):
            after_one = smoothed([two[b, c] for c in range(27)], flat)
            row = smoothed([three[a, b, c] for c in range(27)], after_one)
            yield "".join(DIGITS[min(30, round(-2 * math.log2(share)))] for share in row)


def main():
    rows = list(bits_table(words_of(sys.argv[1:])))
    print("// SPDX-License-Identifier: Apache-2.0")
    print("// Made by bench/secrets_letters.py: for every two letters (the 27th: the edge of a word) what each next")
    print("// letter and the end of the word cost, in half bits: 0 to 9, then A to U.")
    print('#include "scanners/secrets/letters.h"\n')
    print("namespace codelake::secrets {\n\nconst std::string_view k_letter_prices =")
    lines = ['    "' + "".join(rows[i:i + 3]) + '"' for i in range(0, len(rows), 3)]
    print("\n".join(lines) + ";\n\n}  // namespace codelake::secrets")


if __name__ == "__main__":
    main()
