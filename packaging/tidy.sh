#!/usr/bin/env bash
# Runs the checks of .clang-tidy over first-party code; every one is an error. Needs clang-tidy and a configured dev
# preset (packaging/test.sh makes one).
#   packaging/tidy.sh [FILE…]       default: every .cpp file but tests
set -euo pipefail
cd "$(dirname "$0")/.."
command -v clang-tidy >/dev/null || { echo "tidy: install clang-tidy" >&2; exit 1; }
files=("$@")
[ ${#files[@]} -gt 0 ] || mapfile -t files < <(find core scanners compliance store reports sync cli -name '*.cpp' \
  ! -name '*_test.cpp' ! -name '*_fuzz.cpp' | sort)
# The compile commands are GCC's: clang does not read its precompiled headers, and does not know all its warnings.
mkdir -p build/tidy
sed -E 's| -Winvalid-pch -include [^ ]+/cmake_pch\.hxx||' build/dev/compile_commands.json >build/tidy/compile_commands.json
printf '%s\0' "${files[@]}" | xargs -0 -P "$(nproc)" -n 4 \
  clang-tidy -p build/tidy --quiet --extra-arg=-Wno-unknown-warning-option
