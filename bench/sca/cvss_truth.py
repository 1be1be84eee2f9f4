#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Checks the base scores of published CVSS vectors: cvss_truth.py CVSS_SCORES EXPORT [CALCULATOR].

CVSS_SCORES is build/*/bench/sca/cvss_scores, EXPORT a folder of <ecosystem>/all.zip. Versions 2 and 3 are computed here, in
exact decimals, from the formulas of the specifications; version 4 by FIRST's own calculator (CALCULATOR: a checkout of
FIRSTdotorg/cvss-v4-calculator, run with node). GHSA records also carry the word for their severity, which is compared too.
"""
import json
import pathlib
import subprocess
import sys
import zipfile
from collections import Counter
from decimal import ROUND_CEILING, ROUND_HALF_UP, Decimal as D

V3 = {"AV": {"N": "0.85", "A": "0.62", "L": "0.55", "P": "0.2"}, "AC": {"L": "0.77", "H": "0.44"},
      "UI": {"N": "0.85", "R": "0.62"}, "CIA": {"H": "0.56", "L": "0.22", "N": "0"},
      "PR": {"U": {"N": "0.85", "L": "0.62", "H": "0.27"}, "C": {"N": "0.85", "L": "0.68", "H": "0.5"}}}
V2 = {"AV": {"L": "0.395", "A": "0.646", "N": "1.0"}, "AC": {"H": "0.35", "M": "0.61", "L": "0.71"},
      "Au": {"M": "0.45", "S": "0.56", "N": "0.704"}, "CIA": {"N": "0", "P": "0.275", "C": "0.660"}}
NODE = """
const fs = require('fs'), vm = require('vm');
for (const file of ['cvss_lookup', 'max_composed', 'max_severity', 'metrics', 'cvss_score'])
  vm.runInThisContext(fs.readFileSync(process.argv[1] + '/' + file + '.js', 'utf8'));
for (const vector of fs.readFileSync(0, 'utf8').split('\\n').filter(Boolean)) {
  const selected = {};
  for (const metric in expectedMetricOrder) selected[metric] = expectedMetricOrder[metric].includes('X') ? 'X' : 'N';
  for (const part of vector.split('/').slice(1)) { const [key, value] = part.split(':'); selected[key] = value; }
  for (const metric of ['E', 'CR', 'IR', 'AR']) selected[metric] = 'X';
  for (const metric in selected) if (metric.startsWith('M') && metric.length > 1) selected[metric] = 'X';
  console.log(vector + '\\t' + cvss_score(selected, cvssLookup_global, maxSeverity, macroVector(selected)).toFixed(1));
}
"""


def remaining(m, table):
    return 1 - (1 - D(table[m["C"]])) * (1 - D(table[m["I"]])) * (1 - D(table[m["A"]]))


def score_3(m):
    changed = m["S"] == "C"
    base = remaining(m, V3["CIA"])
    impact = D("7.52") * (base - D("0.029")) - D("3.25") * (base - D("0.02")) ** 15 if changed else D("6.42") * base
    if impact <= 0:
        return D("0.0")
    ease = D("8.22") * D(V3["AV"][m["AV"]]) * D(V3["AC"][m["AC"]]) * D(V3["PR"][m["S"]][m["PR"]]) * D(V3["UI"][m["UI"]])
    total = min((D("1.08") if changed else D(1)) * (impact + ease), D(10))
    return total.quantize(D("0.00001"), ROUND_HALF_UP).quantize(D("0.1"), ROUND_CEILING)


def score_2(m):
    impact = D("10.41") * remaining(m, V2["CIA"])
    ease = 20 * D(V2["AV"][m["AV"]]) * D(V2["AC"][m["AC"]]) * D(V2["Au"][m["Au"]])
    total = (D("0.6") * impact + D("0.4") * ease - D("1.5")) * (D("1.176") if impact else 0)
    return total.quantize(D("0.1"), ROUND_HALF_UP)


def scores_4(vectors, calculator):
    result = subprocess.run(["node", "-e", NODE, calculator], input="\n".join(vectors), capture_output=True, text=True, check=True)
    return {line.split("\t")[0]: D(line.split("\t")[1]) for line in result.stdout.splitlines()}


def word(score):
    return "LOW" if score < 4 else "MODERATE" if score < 7 else "HIGH" if score < 9 else "CRITICAL"


def main():
    vectors, words = set(), []
    for path in sorted(pathlib.Path(sys.argv[2]).glob("*/all.zip")):
        with zipfile.ZipFile(path) as archive:
            for name in archive.namelist():
                record = json.loads(archive.read(name))
                entries = record.get("severity", []) + [s for a in record.get("affected", []) for s in a.get("severity", [])]
                own = {s["type"]: s["score"].strip() for s in entries if s["type"].startswith("CVSS")}
                vectors.update(own.values())
                label = record.get("database_specific", {}).get("severity")
                if record["id"].startswith("GHSA") and label and own:
                    words.append((own.get("CVSS_V4") or own.get("CVSS_V3") or own["CVSS_V2"], label))
    ordered = sorted(vectors)
    output = subprocess.run([sys.argv[1]], input="\n".join(ordered) + "\n", capture_output=True, text=True, check=True).stdout
    ours = dict(line.split("\t") for line in output.splitlines())
    truth = {}
    if len(sys.argv) > 3:
        truth = scores_4([v for v in ordered if v.startswith("CVSS:4.0/")], sys.argv[3])
    right, of, wrong = Counter(), Counter(), []
    for vector in ordered:
        version = vector[5:8] if vector.startswith("CVSS:") else "2.0"
        metrics = dict(part.split(":", 1) for part in vector.split("/") if ":" in part)
        try:
            expected = truth.get(vector) if version == "4.0" else score_2(metrics) if version == "2.0" else score_3(metrics)
        except KeyError:
            expected = None
        if version == "4.0" and not truth:
            continue
        of[version] += 1
        same = ours[vector] == ("-" if expected is None else f"{expected:.1f}")
        right[version] += same
        if not same:
            wrong.append(f"{vector}: {ours[vector]}, not {expected}")
    for version in sorted(of):
        print(f"CVSS {version}: {right[version]} of {of[version]} vectors")
    agree = sum(ours[vector] != "-" and word(D(ours[vector])) == label for vector, label in words)
    print(f"severity words of GHSA records: {agree} of {len(words)}")
    print("\n".join(wrong[:20]))


main()
