#!/usr/bin/env bash
# Builds every fuzz target and runs each over its corpus in tests/fuzz/corpora; exit code 0 means none of them failed.
#   packaging/fuzz.sh [SECONDS]     time for each target, 30 by default
# New inputs and the ones that fail go to build/fuzz/found/<target>, never into the repository.
set -euo pipefail
cd "$(dirname "$0")/.."
seconds=${1:-30}

packaging/setup.sh clang libclang-rt-14-dev
packaging/build.sh fuzz

export LSAN_OPTIONS=suppressions=$PWD/packaging/forgiven_leaks.txt:print_suppressions=0

failed=()
for target in build/fuzz/fuzzers/*; do
  name=$(basename "$target")
  found=build/fuzz/found/$name
  mkdir -p "$found/corpus"
  # An input has ten seconds and one gigabyte: ours are bounded, so more is a defect. Naming each newly reached function
  # would take most of a short run.
  if "$target" -max_total_time="$seconds" -print_funcs=0 -timeout=10 -rss_limit_mb=1024 \
      -artifact_prefix="$found/" "$found/corpus" "tests/fuzz/corpora/$name" >"$found/log" 2>&1; then
    echo "fuzz: $name passed ($(grep -oE '^Done [0-9]+ runs' "$found/log" | tail -n 1))"
  else
    tail -n 40 "$found/log" >&2
    echo "fuzz: $name FAILED; see $found" >&2
    failed+=("$name")
  fi
done
[ ${#failed[@]} -eq 0 ] || { echo "fuzz: failed: ${failed[*]}" >&2; exit 1; }
