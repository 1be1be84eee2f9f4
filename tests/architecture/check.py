#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Promises about the source text that a compiler does not hold. Usage: check.py CHECK ROOT

Each check collects the places that break it and fails with all of them.
"""
import pathlib
import re
import sys

FIRST_PARTY = ["core", "scanners", "compliance", "store", "reports", "sync", "cli"]
FLOORS = {"core": 0, "scanners/syntax": 1, "scanners": 2, "compliance": 2, "store": 2,
          "reports": 3, "sync": 3, "server": 3, "cli": 4}
INCLUDE = re.compile(r'^\s*#include "([^"]+)"', re.M)
# scanners/scan.h joins discovery and the scanner interface; the plugins know neither it nor each other.
SCAN_JOIN = {"scanners/scan", "scanners/all_scanners"}


def sources(root, *suffixes):
    for folder in FIRST_PARTY:
        for path in sorted((root / folder).rglob("*")):
            if path.suffix in suffixes and path.is_file():
                yield path, path.relative_to(root).as_posix()


def floor_of(path):
    return FLOORS["scanners/syntax"] if path.startswith("scanners/syntax/") else FLOORS[path.split("/")[0]]


def room_of(path):
    """What may include each other on one floor: a top folder, or one scanner."""
    parts = path.split("/")
    if parts[0] == "scanners" and len(parts) > 2:
        return "/".join(parts[:2])
    return parts[0]


def floors(root):
    for path, name in sources(root, ".h", ".cpp"):
        test = name.endswith(("_test.cpp", "_fuzz.cpp"))
        for included in INCLUDE.findall(path.read_text()):
            if included.startswith("tests/") and test:
                continue
            if included.split("/")[0] not in FIRST_PARTY:
                yield f"{name}: include path not from the root: {included}"
                continue
            same_room = room_of(included) == room_of(name)
            joins = name.rsplit(".", 1)[0].removesuffix("_test") in SCAN_JOIN
            downwards = floor_of(included) < floor_of(name)
            if not (same_room or downwards or joins):
                yield f"{name}: includes {included} (upwards or sideways)"


def budgets(root):
    for path, name in sources(root, ".h", ".cpp"):
        lines = path.read_text().count("\n")
        limit = 200 if name.endswith(".h") else 500
        if lines > limit:
            yield f"{name}: {lines} lines, the limit is {limit}"
    for path in sorted(root.rglob("CMakeLists.txt")):
        name = path.relative_to(root).as_posix()
        leaf = name.split("/")[0] in FIRST_PARTY
        if leaf and path.read_text().count("\n") > 10:
            yield f"{name}: longer than 10 lines"


def conventions(root):
    banned = re.compile(r"\b(TODO|FIXME|XXX|HACK)\b")
    for path, name in sources(root, ".h", ".cpp"):
        text = path.read_text()
        if not text.startswith("// SPDX-License-Identifier: Apache-2.0\n"):
            yield f"{name}: the first line is not the SPDX line"
        if name.endswith(".h") and "#pragma once" not in text:
            yield f"{name}: no #pragma once"
        if name.endswith(".h") and re.search(r"^\s*using namespace", text, re.M):
            yield f"{name}: using namespace in a header"
        if banned.search(text):
            yield f"{name}: {banned.search(text).group()} in the tree"
        if re.search(r"(^|/)(util|helper|manager|common|misc)s?[./_]", name):
            yield f"{name}: a name that says nothing"
        if "shared_ptr" in text:
            yield f"{name}: shared_ptr"
        own = name.removesuffix(".cpp") + ".h"
        includes = INCLUDE.findall(text)
        if name.endswith(".cpp") and (root / own).exists() and includes[:1] != [own]:
            yield f"{name}: its own header is not included first"


def boundaries(root):
    """Who may touch what: the network, the clock, SQL, the terminal, other programs, exceptions."""
    rules = [
        (r"\bthrow\b(?! ?\()", {"core/check.cpp"}, "throws"),
        (r"#include \"core/http\.h\"", {"core/http", "sync/", "scanners/sca/advisories/",
                                        "cli/commands/db/"}, "uses the network"),
        (r"#include \"scanners/sca/advisories/(database|update)\.h\"", {"scanners/sca/advisories/", "cli/commands/db/"},
         "uses the advisory update"),
        (r"#include <sqlite3\.h>", {"store/"}, "uses SQL"),
        (r"\b(std::time\(|system_clock|gettimeofday|clock_gettime)", {"cli/", "sync/"}, "reads the clock"),
        (r"\b(isatty|ioctl|tcgetattr)\s*\(", {"cli/"}, "touches the terminal"),
        (r"std::(cout|cerr|clog)\b|\bprintf\s*\(", {"cli/"}, "prints"),
        (r"\b(system|popen|execv\w*|execl\w*|posix_spawn\w*|fork)\s*\(", set(), "runs a program"),
        (r"\bgetenv\s*\(", {"cli/"}, "reads the environment"),
    ]
    for path, name in sources(root, ".h", ".cpp"):
        if name.endswith(("_test.cpp", "_fuzz.cpp")):
            continue
        code = re.sub(r"//[^\n]*|/\*.*?\*/|\"(?:\\.|[^\"\\\n])*\"(?!\n)", lambda m: m.group() if m.group().endswith(".h\"") else "", path.read_text(), flags=re.S)
        for pattern, allowed, what in rules:
            if re.search(pattern, code) and not any(name.startswith(prefix) for prefix in allowed):
                yield f"{name}: {what}"


def main():
    check, root = sys.argv[1], pathlib.Path(sys.argv[2])
    broken = list(globals()[check](root))
    for line in broken:
        print(line)
    seen = sum(1 for _ in sources(root, ".h", ".cpp"))
    print(f"{check}: {len(broken)} broken in {seen} files")
    return 1 if broken or seen == 0 else 0


if __name__ == "__main__":
    sys.exit(main())
