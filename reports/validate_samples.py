#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Checks every sample report against the schemas: validate_samples.py WRITER SOURCE_DIR FOLDER.

JSON against docs/report.schema.json; SARIF against tests/golden/reports/sarif-emitted.schema.json and against the
rules of the standard that no schema says; SARIF also against the official schema when CODELAKE_SARIF_SCHEMA or
../shared/sarif-schema-2.1.0.json names it; CSV with Python's own reader.
"""
import csv
import json
import os
import pathlib
import subprocess
import sys

import jsonschema


def check_schema(name, document, schema):
    """Exits with the first few errors when the document does not fit."""
    validator = jsonschema.validators.validator_for(schema)(schema)
    errors = list(validator.iter_errors(document))[:5]
    for error in errors:
        print(f"{name}: {'/'.join(map(str, error.absolute_path))}: {error.message[:300]}", file=sys.stderr)
    if errors:
        sys.exit(1)


def require(condition, what):
    if not condition:
        sys.exit(what)


def check_sarif_references(name, log):
    """What 2.1.0 demands beyond the schema: indexes that agree, ids that exist, regions that run forward."""
    run = log["runs"][0]
    rules = run["tool"]["driver"]["rules"]
    ids = [rule["id"] for rule in rules]
    require(ids == sorted(ids) and len(ids) == len(set(ids)), f"{name}: rules are not sorted and distinct")
    fingerprints = set()
    for result in run["results"]:
        require(ids[result["ruleIndex"]] == result["ruleId"], f"{name}: ruleIndex names another rule")
        fingerprints.add(result["partialFingerprints"]["codelake/v1"])
        region = result["locations"][0]["physicalLocation"]["region"]
        start = (region["startLine"], region.get("startColumn", 1))
        end = (region.get("endLine", region["startLine"]), region.get("endColumn", start[1]))
        require(start <= end, f"{name}: a region ends before it starts: {region}")
    require(len(fingerprints) == len(run["results"]), f"{name}: two results share a fingerprint")
    known = {one["id"] for one in run["tool"]["driver"]["notifications"]}
    used = {one["descriptor"]["id"] for one in run["invocations"][0]["toolExecutionNotifications"]}
    require(known == used, f"{name}: notification descriptors {known ^ used}")
    for rule in rules:
        is_security = "security" in rule["properties"]["tags"]
        require(is_security == ("security-severity" in rule["properties"]), f"{name}: {rule['id']}: security-severity")


def check_csv(name, path):
    with open(path, newline="", encoding="utf-8") as file:
        rows = list(csv.reader(file, strict=True))
    for row in rows:
        require(len(row) == len(rows[0]), f"{name}: a record of {len(row)} fields")
        for cell in row:
            require(not cell.startswith(tuple("=+-@\t\r")), f"{name}: a formula: {cell[:40]!r}")
    return len(rows) - 1


def official_schema(source):
    named = os.environ.get("CODELAKE_SARIF_SCHEMA") or source.parent / "shared" / "sarif-schema-2.1.0.json"
    path = pathlib.Path(named)
    return json.loads(path.read_text()) if path.exists() else None


def main():
    writer, source, folder = sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])
    folder.mkdir(parents=True, exist_ok=True)
    subprocess.run([writer, str(folder)], check=True)
    report_schema = json.loads((source / "docs/report.schema.json").read_text())
    jsonschema.Draft202012Validator.check_schema(report_schema)
    emitted = json.loads((source / "tests/golden/reports/sarif-emitted.schema.json").read_text())
    official = official_schema(source)
    names = sorted(path.stem for path in folder.glob("*.json"))
    require(names, "no sample was written")
    for name in names:
        report = json.loads((folder / f"{name}.json").read_text(encoding="utf-8"))
        log = json.loads((folder / f"{name}.sarif").read_text(encoding="utf-8"))
        if name == "large":  # one of each kind is enough for a slow validator; the limits are checked on the whole
            require(len(log["runs"][0]["results"]) == 25000, "the SARIF run is not cut at 25,000 results")
            check_sarif_references(name, log)
            del log["runs"][0]["results"][1000:], report["findings"][1000:]
        check_schema(f"{name}.json", report, report_schema)
        check_schema(f"{name}.sarif", log, emitted)
        if official:
            check_schema(f"{name}.sarif (official schema)", log, official)
        check_sarif_references(name, log)
        records = check_csv(f"{name}.csv", folder / f"{name}.csv")
        require(records >= len(report["findings"]), f"{name}.csv: {records} records")
    print(f"{len(names)} samples fit; official SARIF schema: {'yes' if official else 'not there'}")


main()
