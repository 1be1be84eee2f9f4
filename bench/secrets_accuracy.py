#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Scores the secret scanner against labelled material that lies outside the repository.

Four kinds of labels, each with the checkout they are about:

  lines     CSV files with the columns FilePath, LineStart, LineEnd, GroundTruth (T, else not) and Category.
            A labelled row is found when a reported place overlaps its lines. Places on lines nobody
            labelled are counted apart: they are neither right nor wrong.
  manifest  JSON lines with on_disk_path, label, category, start_line, end_line; one secret per file. Any
            place in a file labelled false, or beside the lines of a true one, is a false one.
  literals  test files in Go that hold lists of string literals named truePositives and falsePositives;
            each literal is scanned as a file of its own.
  folders   files under a folder named `valid` hold a secret, files under `invalid` or `benign` none.

Example: secrets_accuracy.py --codelake build/release/codelake lines LABELS CHECKOUT
"""

import argparse
import ast
import collections
import csv
import json
import pathlib
import re
import subprocess
import tempfile


def places_of_gitleaks(program, folder):
    """The same of gitleaks, which gives lines and columns; the latter stand for the offsets."""
    with tempfile.TemporaryDirectory() as out:
        report = pathlib.Path(out) / "report.json"
        subprocess.run([program, "dir", str(folder), "--report-format", "json", "--report-path", str(report),
                        "--no-banner", "--exit-code", "0", "--log-level", "error"],
                       check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        findings = json.loads(report.read_text())
    places = collections.defaultdict(list)
    for finding in findings:
        path = pathlib.Path(finding["File"])
        path = path.relative_to(folder) if path.is_relative_to(folder) else path
        places[path.as_posix()].append((finding["StartLine"], finding["EndLine"], finding["RuleID"],
                                        finding["StartColumn"], finding["EndColumn"]))
    return places


def places_of(codelake, folder):
    """The places of all open findings: path -> list of (first line, last line, rule, start, end)."""
    if pathlib.Path(codelake).name == "gitleaks":
        return places_of_gitleaks(codelake, folder)
    with tempfile.TemporaryDirectory() as out:
        report = pathlib.Path(out) / "report.json"
        subprocess.run(
            [codelake, "scan", str(folder), "--types", "secrets", "-o", f"json={report}", "--no-store",
             "--quiet", "--no-cache", "--no-progress", "--fail-on", "never"],
            check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        findings = json.loads(report.read_text())["findings"]
    places = collections.defaultdict(list)
    for finding in findings:
        if finding["status"] != "open":
            continue
        for place in finding["secret"]["places"]:
            start, end = place["start"], place["end"]
            places[place["path"]].append(
                (start["line"], end["line"], finding["rule_id"], start["offset"], end["offset"]))
    return places


class Table:
    def __init__(self):
        self.rows = collections.defaultdict(lambda: [0, 0, 0, 0])  # found, missed, false found, true negatives

    def add(self, category, secret, found):
        self.rows[category][(0 if found else 1) if secret else (2 if found else 3)] += 1

    def show(self, title):
        print(f"\n{title}")
        print(f"{'category':44}{'found':>7}{'missed':>7}{'false':>7}{'quiet':>7}{'prec':>7}{'recall':>7}{'F1':>7}")
        total = [sum(row[i] for row in self.rows.values()) for i in range(4)]
        order = sorted(self.rows.items(), key=lambda item: (-item[1][0] - item[1][1], -item[1][2], item[0]))
        for category, row in order + [("all", total)]:
            found, missed, wrong, quiet = row
            precision = found / (found + wrong) if found + wrong else 0
            recall = found / (found + missed) if found + missed else 0
            f1 = 2 * found / (2 * found + wrong + missed) if found + wrong + missed else 0
            print(f"{category[:43]:44}{found:7}{missed:7}{wrong:7}{quiet:7}{precision:7.3f}{recall:7.3f}{f1:7.3f}")


def overlaps(place, first, last):
    return place[0] <= last and place[1] >= first


def score_lines(arguments):
    places = places_of(arguments.codelake, arguments.checkout)
    prefix = arguments.strip
    table, by_rule, elsewhere = Table(), collections.Counter(), 0
    for labels in sorted(pathlib.Path(arguments.labels).glob("*.csv")):
        rows = collections.defaultdict(list)
        for row in csv.DictReader(labels.open(newline="")):
            rows[row["FilePath"].removeprefix(prefix)].append(row)
        for path, labelled in sorted(rows.items()):
            elsewhere += score_file(path, labelled, places.get(path, []), (table, by_rule, arguments))
    table.show("labelled lines by category")
    print(f"\nplaces on lines without a label: {elsewhere}")
    print("places on lines labelled false, by rule:", dict(by_rule.most_common(20)))


def score_file(path, labelled, places, into):
    table, by_rule, arguments = into
    spans = [(int(row["LineStart"]), int(row["LineEnd"]), row) for row in labelled]
    true_spans = [span for span in spans if span[2]["GroundTruth"] == "T"]
    beside = [place for place in places if not any(overlaps(place, *span[:2]) for span in true_spans)]
    for first, last, row in spans:
        secret = row["GroundTruth"] == "T"
        hits = [place for place in (places if secret else beside) if overlaps(place, first, last)]
        table.add(row["Category"].split(":")[0], secret, bool(hits))
        if not secret:
            by_rule.update({place[2] for place in hits})
        if arguments.verbose and bool(hits) != secret:
            print("MISSED" if secret else "FALSE", row["Category"], f"{path}:{first}", *sorted({h[2] for h in hits}))
    return sum(not any(overlaps(place, *span[:2]) for span in spans) for place in places)


def score_manifest(arguments):
    places = places_of(arguments.codelake, arguments.checkout)
    table = Table()
    for line in pathlib.Path(arguments.labels).read_text().splitlines():
        record = json.loads(line)
        path = record["on_disk_path"].removeprefix(arguments.strip)
        hits = places.get(path, [])
        if record["label"]:
            # A value that is not written as such (it is encoded) has no lines of its own.
            literal = record["secret"] in (pathlib.Path(arguments.checkout) / path).read_text(errors="replace")
            on = [hit for hit in hits if not literal or overlaps(hit, record["start_line"], record["end_line"])]
            table.add(record["category"], True, bool(on))
            if len(on) < len(hits):
                table.add(record["category"], False, True)
            wrong = not on
        else:
            table.add(record["category"], False, bool(hits))
            wrong = bool(hits)
        if arguments.verbose and wrong:
            print("MISSED" if record["label"] else "FALSE", record["category"], path, *sorted({h[2] for h in hits}))
    table.show("generated files by category")


GO_LITERAL = re.compile(r'"(?:[^"\\\n]|\\.)*"|`[^`]*`')


def go_literals(text, name):
    """The string literals of every list called `name`."""
    for found in re.finditer(name + r"\s*:?=?\s*:?\s*\[\]string\s*\{", text):
        at = found.end()
        while literal := re.compile(r"[\s,]*(?://[^\n]*\n\s*)*(" + GO_LITERAL.pattern + ")").match(text, at):
            at = literal.end()
            yield text_of(literal.group(1))


def text_of(literal):
    if literal.startswith("`"):
        return literal[1:-1]
    try:
        return json.loads(literal)
    except ValueError:
        return ast.literal_eval(literal)


def score_literals(arguments):
    with tempfile.TemporaryDirectory(prefix="literals") as out:
        labels = {}
        for test in sorted(pathlib.Path(arguments.checkout).rglob("*_test.go")):
            text = test.read_text()
            for secret, name in ((True, "truePositives"), (False, "falsePositives")):
                for i, literal in enumerate(go_literals(text, name)):
                    path = f"{test.stem.removesuffix('_test')}_{name[0]}{i}.txt"
                    (pathlib.Path(out) / path).write_text(literal)
                    labels[path] = (secret, test.stem.removesuffix("_test"), literal)
        places = places_of(arguments.codelake, out)
    table = Table()
    for path, (secret, category, literal) in labels.items():
        found = path in places
        table.add(category if arguments.verbose else "all literals", secret, found)
        if arguments.verbose and found != secret:
            print("MISSED" if secret else "FALSE", category, repr(literal)[:160], *{p[2] for p in places.get(path, [])})
    show_shares(table)


def score_folders(arguments):
    root = pathlib.Path(arguments.checkout)
    places = places_of(arguments.codelake, root)
    table = Table()
    for path in sorted(p.relative_to(root).as_posix() for p in root.rglob("*") if p.is_file()):
        parts = path.split("/")
        if not {"valid", "invalid", "benign"} & set(parts):
            continue
        secret, found = "valid" in parts, path in places
        table.add("all folders", secret, found)
        if arguments.verbose and found != secret:
            print("MISSED" if secret else "FALSE", path, *{p[2] for p in places.get(path, [])})
    show_shares(table)


def show_shares(table):
    table.show("examples")
    found, missed, wrong, quiet = [sum(row[i] for row in table.rows.values()) for i in range(4)]
    print(f"true examples found {found / max(1, found + missed):.3f}, false ones quiet {quiet / max(1, quiet + wrong):.3f}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--codelake", required=True, help="the program to score; one named gitleaks is asked as such")
    parser.add_argument("--strip", default="", help="what to take off the front of labelled paths")
    parser.add_argument("--verbose", action="store_true", help="name every label that was not met")
    kinds = parser.add_subparsers(required=True)
    for name, score, labelled in (("lines", score_lines, True), ("manifest", score_manifest, True),
                                  ("literals", score_literals, False), ("folders", score_folders, False)):
        kind = kinds.add_parser(name)
        if labelled:
            kind.add_argument("labels")
        kind.add_argument("checkout")
        kind.set_defaults(score=score)
    arguments = parser.parse_args()
    arguments.score(arguments)


if __name__ == "__main__":
    main()
