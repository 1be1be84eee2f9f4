#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Compares what codelake reads of lockfiles with a table of what stands in them.

    bench/lockfiles_table.py build/release/codelake TABLE.json [--all]

TABLE.json is a list of rows:
    {"id": "npm/one", "files": {"package-lock.json": "/where/it/is"}, "main": "package-lock.json",
     "packages": [{"name": "a", "version": "1.0.0"}]}
Every row becomes a folder of one scan, so that its files see each other and no others. A package that was found counts when
name and version are the same; a "v" before a version does not count, nor does a project or member of a workspace that the table
leaves out. A row may have "all": true when packages of its other files count too. Printed for each part of the ids before the
first '/': rows, expected, found, precision, recall and F1; F1* also takes a package that is reported as unresolved for the same
as one in the table whose version stands in its range ("a >=1.0" for "a 1.0"): that is how tables write what is no version. With
--all every difference. The second table tells the shape of the graph, for files that have edges: edges that lead to a package of
the file, and packages that are neither direct nor needed by another (orphans).
"""
import collections
import json
import os
import shutil
import subprocess
import sys
import tempfile


def make_tree(table, root):
    for number, row in enumerate(table):
        for name, source in row["files"].items():
            target = os.path.join(root, f"row{number:05}", name)
            os.makedirs(os.path.dirname(target), exist_ok=True)
            shutil.copyfile(source, target)


def scan(program, root):
    command = [program, "scan", root, "--types", "sca", "--no-store", "--quiet", "--fail-on", "never", "-o", "json"]
    environment = dict(os.environ, CODELAKE_HOME=os.path.join(root, ".codelake-home"))
    result = subprocess.run(command, capture_output=True, env=environment, check=False)
    if result.returncode not in (0, 1, 3, 5):
        sys.exit(f"exit code {result.returncode}: {result.stderr.decode(errors='replace')[-2000:]}")
    return json.loads(result.stdout)


def key_of(package):
    version = package["version"] or ""
    return package["name"].lower(), version[1:] if version[:1] == "v" and version[1:2].isdigit() else version


def agree_as_ranges(missing, extra, packages):
    """How many of the missing are reported, as a range that their version stands in or without any."""
    ranges = collections.defaultdict(list)
    for package in packages:
        if key_of(package) in extra and package["requirement"]:
            ranges[package["name"].lower()].append(package["requirement"])
    return sum(any(version in text for text in ranges[name]) for name, version in missing if version)


def score(table, packages_by_row):
    totals = collections.defaultdict(lambda: [0, 0, 0, 0, 0])  # rows, expected, found, both, agreeing as ranges
    differences = []
    for number, row in enumerate(table):
        packages = packages_by_row[number]
        expected = {key_of(p) for p in row["packages"]}
        members = {key_of(p) for p in packages if p["source"] == "workspace"} - expected
        found = {key_of(p) for p in packages} - members
        missing, extra = sorted(expected - found), sorted(found - expected)
        total = totals[row["id"].split("/")[0]]
        ranges = agree_as_ranges(missing, extra, packages)
        for index, value in enumerate((1, len(expected), len(found), len(expected & found), ranges)):
            total[index] += value
        if missing or extra:
            differences.append((row["id"], missing, extra))
    return totals, differences


def print_scores(totals):
    everything = [sum(column) for column in zip(*totals.values())]
    print(f"{'format':34}{'rows':>6}{'expected':>10}{'found':>8}{'precision':>11}{'recall':>9}{'F1':>9}{'F1*':>9}")
    for name, (rows, expected, found, both, ranges) in [*sorted(totals.items()), ("all", everything)]:
        precision = both / found if found else 1.0
        recall = both / expected if expected else 1.0
        f1, f1_ranges = ((2 * n / (expected + found) if expected + found else 1.0) for n in (both, both + ranges))
        print(f"{name:34}{rows:6}{expected:10}{found:8}{precision:11.2%}{recall:9.2%}{f1:9.2%}{f1_ranges:9.2%}")


def print_graph(table, packages_by_row):
    shape = collections.defaultdict(lambda: [0, 0, 0, 0, 0])  # files, packages, edges, led, orphans
    for number, row in enumerate(table):
        packages = packages_by_row[number]
        targets = {p["name"] + ("@" + p["version"] if p["version"] else "") for p in packages}
        edges = [edge for p in packages for edge in p["dependencies"]]
        if not edges:
            continue
        needed = set(edges)
        roots_known = any(p["direct"] is not None for p in packages)
        orphans = [p for p in packages if roots_known and not p["direct"] and p["source"] != "workspace" and
                   p["name"] + ("@" + p["version"] if p["version"] else "") not in needed]
        entry = shape[row["id"].split("/")[0]]
        for index, value in enumerate((1, len(packages), len(edges), sum(e in targets for e in edges), len(orphans))):
            entry[index] += value
    print(f"\n{'files with edges':34}{'files':>6}{'packages':>10}{'edges':>8}{'led':>11}{'orphans':>9}")
    for name, (files, packages, edges, led, orphans) in sorted(shape.items()):
        print(f"{name:34}{files:6}{packages:10}{edges:8}{led:11}{orphans:9}")


def main():
    program, table_path = os.path.abspath(sys.argv[1]), sys.argv[2]
    with open(table_path, encoding="utf-8") as file:
        table = json.load(file)
    with tempfile.TemporaryDirectory() as root:
        make_tree(table, root)
        report = scan(program, root)
    packages_by_row = collections.defaultdict(list)
    for package in report.get("packages", []):
        row, _, path = package["path"].partition("/")
        number = int(row[len("row"):])
        if path == table[number]["main"] or table[number].get("all"):
            packages_by_row[number].append(package)
    totals, differences = score(table, packages_by_row)
    print_scores(totals)
    print_graph(table, packages_by_row)
    if "--all" in sys.argv:
        for name, missing, extra in differences:
            print(f"\n{name}\n  missing {missing}\n  extra   {extra}")


if __name__ == "__main__":
    main()
