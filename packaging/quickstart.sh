#!/usr/bin/env bash
# Builds a release of codelake (build/release/codelake) and scans PATH with it; default: examples/.
#   packaging/quickstart.sh [PATH] [options of codelake scan]
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
target=${1:-$root/examples}
[ $# -gt 0 ] && shift

"$root/packaging/setup.sh"
(cd "$root" && packaging/build.sh release)
exec "$root/build/release/codelake" scan "$target" "$@"
