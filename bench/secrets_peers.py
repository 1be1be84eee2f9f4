#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Times secret scanners side by side on the same checkouts: files of the work tree, and the whole history.

The programs take turns, round after round; the least of each is shown. A history that takes longer than --limit seconds is
given up and shown as such.

Example: secrets_peers.py --codelake build/release/codelake --gitleaks gitleaks CHECKOUT…
"""

import argparse
import os
import pathlib
import resource
import shutil
import subprocess
import tempfile
import time


def timed(command, environment, limit):
    """Wall and processor seconds of a command and its children; None when it was given up."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.monotonic()
    with subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        try:
            process.wait(limit)
        except subprocess.TimeoutExpired:
            process.kill()
            return None
    wall = time.monotonic() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def commands_of(arguments, checkout, home, kind):
    """Name, command and what to do before each round."""
    ours = [arguments.codelake, "scan", str(checkout), "--types", "secrets", "-o", f"json={home}/report.json", "--no-store",
            "--quiet", "--no-progress", "--fail-on", "never", "--jobs", str(arguments.jobs)]
    if kind == "history":
        ours.append("--history")
    yield "codelake", ours + ["--no-cache"], None
    yield "codelake, cache empty", ours, home
    yield "codelake, nothing changed since", ours, None
    if arguments.gitleaks:
        yield "gitleaks", [arguments.gitleaks, "dir" if kind == "work tree" else "git", str(checkout), "--no-banner",
                           "--report-format", "json", "--report-path", f"{home}/peer.json", "--exit-code", "0",
                           "--log-level", "error"], None


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--codelake", required=True)
    parser.add_argument("--gitleaks", default="")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--limit", type=float, default=600)
    parser.add_argument("--kinds", default="work tree,history")
    parser.add_argument("checkouts", nargs="+", type=pathlib.Path)
    arguments = parser.parse_args()
    print(f"{'checkout':16}{'what':12}{'program':34}{'wall s':>9}{'processor s':>13}")
    for checkout in arguments.checkouts:
        for kind in arguments.kinds.split(","):
            with tempfile.TemporaryDirectory() as home:
                compare(arguments, checkout, home, kind)


def compare(arguments, checkout, home, kind):
    environment = dict(os.environ, CODELAKE_HOME=home, GOMAXPROCS=str(arguments.jobs))
    best = {}
    for _ in range(arguments.rounds):
        for name, command, emptied in commands_of(arguments, checkout, home, kind):
            if name in best and best[name] is None:
                continue
            if emptied:
                shutil.rmtree(pathlib.Path(emptied) / "cache", ignore_errors=True)
            taken = timed(command, environment, arguments.limit)
            best[name] = taken and min(taken, best.get(name, taken), key=lambda times: times[1])
    for name, taken in best.items():
        shown = f"{taken[0]:9.2f}{taken[1]:13.2f}" if taken else f"{'given up':>9}"
        print(f"{checkout.name:16}{kind:12}{name:34}{shown}")


if __name__ == "__main__":
    main()
