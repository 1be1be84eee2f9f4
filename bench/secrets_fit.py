#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Fits the weights of scanners/secrets/weights.cpp: logistic regression over the clues of labelled candidates.

    secrets_candidates rules/secrets/generic.yaml CHECKOUT > labelled.tsv
    secrets_candidates rules/secrets/generic.yaml REAL_CODE > quiet.tsv
    secrets_fit.py --labels FOLDER_OF_CSV [--labels …] --strip data/ labelled.tsv [labelled.tsv …] --quiet quiet.tsv \\
        > scanners/secrets/weights.cpp

Labels are those of secrets_accuracy.py (kind `lines`). Candidates on lines without a label, and those of real code
given with --quiet, count as no secrets with a small weight: most are none. What is written to standard error is
honest: every repository is judged by weights fitted on the others (five folds by the first folder of the path).
"""

import argparse
import collections
import csv
import hashlib
import pathlib
import sys

import numpy

FOLDS = 5
UNLABELLED_WEIGHT = 0.1
PENALTY = 2.0


def labels_of(folders, strip):
    spans = collections.defaultdict(list)
    for path in sorted(path for folder in folders for path in pathlib.Path(folder).glob("*.csv")):
        for row in csv.DictReader(path.open(newline="")):
            spans[row["FilePath"].removeprefix(strip)].append(
                (int(row["LineStart"]), int(row["LineEnd"]), row["GroundTruth"] == "T"))
    return spans


def read(path, spans, unlabelled):
    """Rows of (path, line, story, clues, is a secret, weight)."""
    rows = []
    with open(path) as lines:
        names = next(lines).rstrip("\n").split("\t")[4:]
        for text in lines:
            cells = text.rstrip("\n").split("\t")
            line = int(cells[1])
            said = [secret for first, last, secret in spans.get(cells[0], []) if first <= line <= last]
            weight = 1.0 if said else unlabelled
            if weight > 0:
                rows.append((cells[0], line, cells[3], numpy.array(cells[4:], dtype=float), any(said), weight))
    return names, rows


def fit(rows):
    x = numpy.array([row[3] for row in rows])
    y = numpy.array([row[4] for row in rows], dtype=float)
    w = numpy.array([row[5] for row in rows])
    penalty = numpy.full(x.shape[1], PENALTY)
    penalty[0] = 1e-3
    weights = numpy.zeros(x.shape[1])
    for _ in range(60):
        p = 1 / (1 + numpy.exp(-(x @ weights)))
        gradient = x.T @ (w * (p - y)) + penalty * weights
        curvature = (x.T * (w * p * (1 - p))) @ x + numpy.diag(penalty)
        step = numpy.linalg.solve(curvature, gradient)
        weights -= step
        if numpy.abs(step).max() < 1e-6:
            break
    return weights


def fold_of(row):
    return int(hashlib.sha256(row[0].split("/")[0].encode()).hexdigest(), 16) % FOLDS


def judged_by_others(rows):
    """(probability, is a secret, weight) of every labelled row, by weights of the other folds."""
    judged = []
    for fold in range(FOLDS):
        weights = fit([row for row in rows if fold_of(row) != fold])
        judged += [(1 / (1 + numpy.exp(-float(row[3] @ weights))), row) for row in rows if fold_of(row) == fold]
    return judged


def show(story, judged):
    for least in (0.3, 0.4, 0.5, 0.6, 0.7):
        found = sum(row[4] for p, row in judged if p >= least)
        missed = sum(row[4] for p, row in judged if p < least)
        wrong = sum(not row[4] and row[5] == 1 for p, row in judged if p >= least)
        f1 = 2 * found / max(1, 2 * found + missed + wrong)
        elsewhere = sum(row[5] < 1 for p, row in judged if p >= least)
        print(f"{story:9} from {least}: found {found} missed {missed} false {wrong} F1 {f1:.3f} "
              f"without a label {elsewhere}", file=sys.stderr)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("candidates", nargs="+")
    parser.add_argument("--labels", action="append", required=True)
    parser.add_argument("--strip", default="")
    parser.add_argument("--quiet", action="append", default=[])
    parser.add_argument("--worst", type=int, default=0, help="name so many of the worst judged candidates")
    arguments = parser.parse_args()
    spans, rows = labels_of(arguments.labels, arguments.strip), []
    for path in arguments.candidates:
        names, more = read(path, spans, UNLABELLED_WEIGHT)
        rows += more
    for path in arguments.quiet:
        rows += read(path, {}, UNLABELLED_WEIGHT)[1]
    print("// SPDX-License-Identifier: Apache-2.0\n// Made by bench/secrets_fit.py.")
    print('#include "scanners/secrets/score.h"\n\nnamespace codelake::secrets {\n')
    for story in ("password", "token"):
        own = [row for row in rows if row[2] == story]
        judged = judged_by_others(own)
        show(story, judged)
        for p, row in sorted(judged, key=lambda one: -abs(one[0] - one[1][4]))[:arguments.worst]:
            if row[5] == 1:
                print("MISSED" if row[4] else "FALSE", f"{story}{p:.2f} {row[0]}:{row[1]}", file=sys.stderr)
        print(f"const std::array<double, k_clues> k_{story}_weights = {{{{")
        for name, weight in zip(names, fit(own)):
            print(f"    {weight:.3f},  // {name}")
        print("}};\n")
    print("}  // namespace codelake::secrets")


if __name__ == "__main__":
    main()
