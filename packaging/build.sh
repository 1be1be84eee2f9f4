#!/usr/bin/env bash
# Configures and builds a preset. On a terminal the progress is seen; elsewhere the last line, or all that failed.
#   packaging/build.sh PRESET
set -euo pipefail
cd "$(dirname "$0")/.."
preset=$1
mkdir -p "build/$preset"
log=build/$preset/build.log

failed() {
  grep -A 20 -E '^FAILED|^CMake Error|error:' "$log" | head -n 60 >&2 || true
  echo "build: building the preset $preset failed; all that was printed is in $log" >&2
  exit 1
}

cmake --preset "$preset" >"$log" 2>&1 || failed
if [ -t 1 ]; then
  cmake --build --preset "$preset" -j "$(nproc)"
else
  cmake --build --preset "$preset" -j "$(nproc)" >"$log" 2>&1 || failed
  tail -n 1 "$log"
fi
