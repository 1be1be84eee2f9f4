#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Time and memory of a whole scan: whole_process.py CODELAKE FOLDER [RUNS].

Writes below FOLDER an export of 62,500 made-up npm advisories with 250,000 affected packages, a package-lock.json of 5,000
packages of which a tenth is affected, imports the one and scans the other. Prints the least of RUNS (default 20) wall and
processor times and the most memory, beside those of `codelake --version`, which is what starting the program costs.
"""
import json
import os
import pathlib
import random
import subprocess
import sys
import tempfile
import time
import zipfile

RECORDS, ROWS_OF_ONE, PACKAGES, HITS = 62_500, 4, 5_000, 500
KEYS = 150_000
MEMORY = tempfile.NamedTemporaryFile()


def name_of(number):
    return f"pack-{number * 2654435761 % (1 << 32):08x}"


def version(source):
    return f"{source.randrange(12)}.{source.randrange(30)}.{source.randrange(30)}"


def write_export(path):
    source = random.Random(1)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for number in range(RECORDS):
            affected = [{"package": {"ecosystem": "npm", "name": name_of(source.randrange(KEYS))},
                         "ranges": [{"type": "SEMVER", "events": [{"introduced": "0"}, {"fixed": version(source)}]}]}
                        for _ in range(ROWS_OF_ONE)]
            record = {"id": f"CVE-{2000 + number % 25}-{number}", "modified": "2024-01-01T00:00:00Z",
                      "summary": f"Made-up weakness {number}", "affected": affected,
                      "severity": [{"type": "CVSS_V3", "score": "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H"}]}
            archive.writestr(f"{record['id']}.json", json.dumps(record))


def write_lockfile(path):
    source = random.Random(2)
    packages = {"": {"dependencies": {}}}
    numbers = [source.randrange(KEYS) for _ in range(HITS)] + [KEYS + i for i in range(PACKAGES - HITS)]
    for i, number in enumerate(numbers):
        entry = {"version": "0.0.0" if i < HITS else version(source), "license": "MIT",
                 "resolved": f"https://example.com/{name_of(number)}/-/{name_of(number)}.tgz", "integrity": "sha512-" + "A" * 86 + "=="}
        entry["dependencies"] = {name_of(numbers[source.randrange(len(numbers))]): "*" for _ in range(2)}
        packages["node_modules/" + name_of(number)] = entry
    path.write_text(json.dumps({"lockfileVersion": 3, "packages": packages}, indent=1))


def run(command):
    # A child's high-water mark begins with that of the one it was forked from: a small program has to stand between.
    measured = ["/usr/bin/time", "-f", "%M", "-o", MEMORY.name] + command
    start = time.monotonic()
    child = os.posix_spawn(measured[0], measured, os.environ,
                           file_actions=[(os.POSIX_SPAWN_OPEN, 1, "/dev/null", os.O_WRONLY, 0),
                                         (os.POSIX_SPAWN_OPEN, 2, "/dev/null", os.O_WRONLY, 0)])
    _, status, usage = os.wait4(child, 0)
    wall = time.monotonic() - start
    memory = int(pathlib.Path(MEMORY.name).read_text().split()[-1])
    return wall, usage.ru_utime + usage.ru_stime, memory, os.waitstatus_to_exitcode(status)


def main():
    program, folder = str(pathlib.Path(sys.argv[1]).resolve()), pathlib.Path(sys.argv[2]).resolve()
    runs = int(sys.argv[3]) if len(sys.argv) > 3 else 20
    os.environ["CODELAKE_HOME"] = str(folder / "home")
    export, project = folder / "npm" / "all.zip", folder / "project"
    if not export.exists():
        export.parent.mkdir(parents=True, exist_ok=True)
        project.mkdir(exist_ok=True)
        write_lockfile(project / "package-lock.json")
        write_export(export)
    wall, processor, memory, code = run([program, "db", "import", str(export)])
    print(f"import of {RECORDS} records: {wall:.2f} s, processor {processor:.2f} s, {memory / 1024:.0f} MiB, exit {code}")
    scan = [program, "scan", str(project), "--types", "sca", "--no-store", "--fail-on", "never", "--no-progress", "-o"]
    findings = json.loads(subprocess.run(scan + ["json"], stdout=subprocess.PIPE, check=True).stdout)["findings"]
    hit = {(finding["package"]["name"], finding["package"]["version"]) for finding in findings}
    print(f"{len(findings)} findings in {len(hit)} packages of {PACKAGES}")
    if not findings:
        sys.exit("nothing was found, so that the times would tell nothing")
    for title, command in (("start alone", [program, "--version"]), ("scan, JSON", scan + ["json"]), ("scan, text", scan + ["text"])):
        results = [run(command) for _ in range(runs)]
        walls, processors, memories, codes = zip(*results)
        print(f"{title}: {min(walls) * 1000:.1f} ms, processor {min(processors) * 1000:.1f} ms, "
              f"{max(memories) / 1024:.1f} MiB, exit {set(codes)}")


main()
