#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""secrets_examples.py CODELAKE CHECKOUT [--misses N]: how codelake does on labelled samples of secrets.

Understands two layouts of a checkout:
  Go tables   *_test.go files whose lists truePositives and falsePositives hold texts as literals (with + between); a
              list named …WPaths is a map from path to text. A true sample counts when anything is found in it, a false
              one when nothing is. The file is the category.
  folders     …/CATEGORY/valid/FILE and …/CATEGORY/invalid/FILE.
Prints a table of categories and the totals. Nothing of the samples is printed unless --misses asks for it.
"""
import argparse, collections, json, pathlib, re, subprocess, tempfile

LIST = re.compile(r'\b(true|false)Positives(WPaths)?:\s*(?:\[\]string|map\[string\]string)\s*\{')
LITERAL = re.compile(r'"(?:[^"\\\n]|\\.)*"|`[^`]*`')
ESCAPES = {'n': '\n', 't': '\t', 'r': '\r', '"': '"', '\\': '\\', "'": "'", 'a': '\a', 'b': '\b', 'f': '\f', 'v': '\v'}


def unquoted(literal):
    if literal[0] == '`':
        return literal[1:-1]

    def escape(match):
        text = match.group(1)
        if text[0] in 'xuU':
            return chr(int(text[1:], 16))
        return chr(int(text, 8)) if text[0].isdigit() else ESCAPES[text]
    return re.sub(r'\\(x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|[0-7]{3}|.)', escape, literal[1:-1])


def items(source, at):
    """The expressions of a composite literal that begins at `at`, each as a list of its tokens."""
    parts, depth = [[]], 0
    while at < len(source):
        literal = LITERAL.match(source, at)
        if literal:
            parts[-1].append(('text', unquoted(literal.group(0))))
            at = literal.end()
            continue
        if source.startswith('//', at):
            at = source.index('\n', at)
            continue
        c = source[at]
        at += 1
        if c in '({[':
            depth += 1
        elif c in ')}]':
            if depth == 0:
                break
            depth -= 1
        if c == ',' and depth == 0:
            parts.append([])
        elif not c.isspace() and c != '+':
            parts[-1].append(('other', c))
    return [part for part in parts if part]


def of_go_tables(root):
    for path in sorted(root.rglob('*_test.go')):
        source = path.read_text(errors='replace')
        for match in LIST.finditer(source):
            for part in items(source, match.end()):
                others = ''.join(value for kind, value in part if kind == 'other')
                texts = [value for kind, value in part if kind == 'text']
                if others.strip(':') or not texts:
                    continue  # made by a function: not a literal
                name = texts.pop(0) if match.group(2) else 'sample.txt'
                yield path.stem.removesuffix('_test'), match.group(1) == 'true', name, ''.join(texts)


def of_folders(root):
    for path in sorted(root.rglob('*')):
        label = next((p for p in path.relative_to(root).parts if p in ('valid', 'invalid')), None)
        if label is None or not path.is_file() or '.git' in path.parts:
            continue
        parts = path.relative_to(root).parts
        yield parts[parts.index(label) - 1], label == 'valid', '/'.join(parts[parts.index(label) + 1:]), path.read_bytes()


def found(codelake, samples):
    with tempfile.TemporaryDirectory() as folder:
        for number, (_, _, name, text) in enumerate(samples):
            target = pathlib.Path(folder, f's{number}', name.lstrip('/') or 'sample.txt')
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(text if isinstance(text, bytes) else text.encode('utf-8', 'surrogateescape'))
        report = pathlib.Path(folder, 'report.json')
        subprocess.run([codelake, 'scan', folder, '--types', 'secrets', '-o', f'json={report}', '--no-store'],
                       capture_output=True, check=False)
        hits = collections.defaultdict(set)
        for finding in json.loads(report.read_text())['findings']:
            for place in finding['secret']['places'] or [finding]:
                hits[int(place['path'].split('/')[0][1:])].add(finding['rule_id'] if 'rule_id' in finding else finding['rule'])
        return hits


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('codelake')
    parser.add_argument('checkout', type=pathlib.Path)
    parser.add_argument('--misses', type=int, default=0)
    options = parser.parse_args()
    samples = list(of_go_tables(options.checkout)) + list(of_folders(options.checkout))
    hits = found(options.codelake, samples)
    table = collections.defaultdict(lambda: [0, 0, 0, 0])
    for number, (category, true, name, text) in enumerate(samples):
        right = bool(hits[number]) == true
        row = table[category]
        row[0 if true else 2] += right
        row[1 if true else 3] += 1
        if not right and options.misses > 0:
            options.misses -= 1
            print('MISSED' if true else 'WRONG', category, name, sorted(hits[number]), repr(text)[:200])
    print(f'{"category":44} {"true":>13} {"false":>13}')
    for category, (a, b, c, d) in sorted(table.items()):
        if a < b or c < d:
            print(f'{category:44} {a:6}/{b:<6} {c:6}/{d:<6}')
    a, b, c, d = (sum(row[i] for row in table.values()) for i in range(4))
    print(f'{"total of " + str(len(table)):44} {a:6}/{b:<6} {c:6}/{d:<6}  {100 * a / max(b, 1):.1f} % {100 * c / max(d, 1):.1f} %')


if __name__ == '__main__':
    main()
