#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""How many rules pass their own tests, by language, by mode and by reason of failure.

    bench/rules_table.py FOLDER             rules with test files beside them
    bench/rules_table.py --pairs FOLDER     LANGUAGE/X.sgrep beside X.ext, whose lines are marked ERROR: or MATCH:
    … --failures                            also every test that failed
    … --language NAME                       only rules of that language
    … --mode NAME                           only rules of that mode

Needs the target rules_outcomes (cmake --build build/release --target rules_outcomes), or another path to it in --tool.
A rule passes when it does on all of its test files that speak of it. There is a table for each of the modes search and
taint; modes join and extract are refused and only counted. "regex" among the languages are rules of regular expressions alone.
"""

import argparse
import collections
import pathlib
import re
import subprocess
import sys
import tempfile

import yaml

ALIASES = {"js": "javascript", "ts": "typescript", "py": "python", "python2": "python", "python3": "python",
           "golang": "go", "rb": "ruby", "kt": "kotlin", "cs": "csharp", "C#": "csharp", "c++": "cpp", "sh": "bash",
           "tf": "terraform", "hcl": "terraform", "docker": "dockerfile", "sol": "solidity", "none": "regex",
           "jsx": "javascript", "rs": "rust"}
PAIR_FOLDERS = {"js": "javascript", "ts": "typescript"}
COMMENTS = {"python": "#", "ruby": "#", "bash": "#", "terraform": "#", "yaml": "#", "dockerfile": "#", "generic": "#",
            "elixir": "#", "julia": "#", "crystal": "#", "r": "#", "html": "<!--", "xml": "<!--", "ocaml": "(*"}
MARK = re.compile(r"(ERROR|MATCH):|//\s*ERROR\s*$")

REASONS = [
    ("language not supported", "language missing"),
    ("is not supported", "operator not supported"),
    ("unknown or not supported", "operator not supported"),
    ("the pattern is not", "pattern not parsed"),
    ("not a regular expression", "regex not read"),
]


def reason_of(cause):
    for text, reason in REASONS:
        if text in cause:
            return reason
    return "rule not read"


def rule_files(folder):
    for path in sorted(pathlib.Path(folder).rglob("*")):
        if path.suffix in (".yaml", ".yml") and not re.search(r"\.test\.ya?ml$", path.name):
            yield path


def read_rules(folder):
    """(file, id) → mode and languages, of everything that looks like a rule."""
    rules = {}
    for path in rule_files(folder):
        try:
            document = yaml.load(path.read_text(), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
        except (yaml.YAMLError, UnicodeDecodeError):
            continue
        for rule in document.get("rules") or [] if isinstance(document, dict) else []:
            if not isinstance(rule, dict) or "id" not in rule:
                continue
            names = rule.get("languages") or ["none"]
            languages = sorted({ALIASES.get(name, name) for name in names})
            rules[(str(path), str(rule["id"]))] = (rule.get("mode", "search"), languages)
    return rules


def mentions(test_file, rule_id):
    try:
        text = pathlib.Path(test_file).read_text(errors="replace")
    except OSError:
        return False
    return re.search(r"(ruleid|ok|todoruleid|todook):.*\b" + re.escape(rule_id) + r"(?![\w-])", text) is not None


def outcomes(tool, folder, rules):
    """(file, id) → the empty text for a pass, else the reason; the text of every failure; (test file, passed) of fixes."""
    result, details, fixes = {}, [], []
    output = subprocess.run([tool, str(folder)], check=True, capture_output=True, text=True).stdout
    for line in output.splitlines():
        fields = line.split("\t")
        if fields[0] == "fixed":
            fixes.append((fields[2], fields[3] == "1"))
            continue
        key = (fields[1], fields[2])
        if fields[0] == "error":
            result[key] = reason_of(fields[4])
            details.append((key, f"{fields[1]}:{fields[3]}: {fields[2]}: {fields[4]}"))
            continue
        _, _, rule_id, test_file, missing, unexpected, limit = fields
        passed = not missing and not unexpected and limit == "0"
        if key not in rules or result.get(key) or (passed and not mentions(test_file, rule_id)):
            continue
        if passed:
            result.setdefault(key, "")
            continue
        result[key] = ("step limit" if limit == "1" else "lines missing and unexpected" if missing and unexpected
                       else "lines missing" if missing else "lines unexpected")
        details.append((key, f"{test_file}: {rule_id}: missing [{missing}] unexpected [{unexpected}]"))
    return result, details, fixes


def table(heading, groups, reasons):
    columns = [reason for reason in reasons if any(group[reason] for group in groups.values())]
    width = max(len(name) for name in list(groups) + [heading])
    print(f"{heading:{width}}  rules  pass      %  " + "  ".join(columns))
    for name, group in sorted(groups.items(), key=lambda item: (item[0] == "all", -sum(item[1].values()), item[0])):
        total, passed = sum(group.values()), group[""]
        cells = "  ".join(f"{group[reason]:{len(reason)}}" for reason in columns)
        print(f"{name:{width}}  {total:5}  {passed:4}  {100 * passed / total:5.1f}  {cells}")
    print()


def write_pairs(folder, target):
    """Turns pairs of a pattern and a marked file into rules with tests."""
    for pattern in sorted(pathlib.Path(folder).glob("*/*.sgrep")):
        language = PAIR_FOLDERS.get(pattern.parent.name, pattern.parent.name)
        tests = [path for path in sorted(pattern.parent.glob(pattern.stem + ".*"))
                 if path.suffix not in (".sgrep", ".yaml", ".md") and not path.suffix.startswith(".TODO") or language == "yaml" and path.suffix == ".yaml"]
        if not tests:
            continue
        place = target / pattern.parent.name
        place.mkdir(parents=True, exist_ok=True)
        rule = {"id": pattern.stem, "severity": "INFO", "message": "pair", "languages": [language],
                "pattern": pattern.read_text()}
        (place / (pattern.stem + ".yaml")).write_text(yaml.safe_dump({"rules": [rule]}))
        comment = COMMENTS.get(language, "//")
        end = {"<!--": " -->", "(*": " *)"}.get(comment, "")
        for test in tests[:1]:
            lines = [f"{comment} ruleid: {pattern.stem}{end}" if MARK.search(line) else line
                     for line in test.read_text(errors="replace").split("\n")]
            suffix = ".test.yaml" if language == "yaml" else test.suffix
            (place / (pattern.stem + suffix)).write_text("\n".join(lines))


def is_wanted(rule, options):
    mode, languages = rule
    return options.mode in (None, mode) and (not options.language or options.language in languages)


def report(folder, options):
    rules = read_rules(folder)
    result, details, fixes = outcomes(options.tool, folder, rules)
    reasons = ["language missing", "operator not supported", "pattern not parsed", "regex not read", "rule not read",
               "lines missing", "lines unexpected", "lines missing and unexpected", "step limit"]
    wanted = {key: rule for key, rule in rules.items() if is_wanted(rule, options)}
    by_mode = collections.defaultdict(collections.Counter)
    by_language = {mode: collections.defaultdict(collections.Counter) for mode in ("search", "taint")}
    for key, (mode, languages) in wanted.items():
        if key not in result:
            continue
        by_mode[mode][result[key]] += 1
        for language in ["all"] + languages if mode in by_language else []:
            by_language[mode][language][result[key]] += 1
    if options.failures:
        print("\n".join(text for key, text in details if key in wanted) + "\n")
    for mode, groups in by_language.items():
        if groups:
            table(mode, groups, reasons)
    table("mode", by_mode, reasons)
    failed = [test_file for test_file, passed in fixes if not passed]
    if options.failures:
        print("".join(f"fixes differ: {test_file}\n" for test_file in failed))
    if fixes:
        print(f"files fixed as wanted: {len(fixes) - len(failed)} of {len(fixes)}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder")
    parser.add_argument("--pairs", action="store_true")
    parser.add_argument("--failures", action="store_true")
    parser.add_argument("--language")
    parser.add_argument("--mode")
    root = pathlib.Path(__file__).resolve().parent.parent
    parser.add_argument("--tool", default=str(root / "build/release/bench/rules_outcomes"))
    options = parser.parse_args()
    if not options.pairs:
        return report(options.folder, options)
    with tempfile.TemporaryDirectory() as target:
        write_pairs(options.folder, pathlib.Path(target))
        report(target, options)
    return None


if __name__ == "__main__":
    sys.exit(main())
