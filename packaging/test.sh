#!/usr/bin/env bash
# Builds codelake for development and runs every test; exit code 0 means all of them passed.
#   packaging/test.sh [PRESET]      dev (default), asan, tsan, coverage
set -euo pipefail
cd "$(dirname "$0")/.."
preset=${1:-dev}

packaging/setup.sh
packaging/build.sh "$preset"
ctest --preset "$preset" -j "$(nproc)"
