#!/usr/bin/env bash
# Installs what a build of codelake needs on Debian 12: Debian packages (as root, or with sudo) and the pinned grammars.
# Idempotent: asks for root only when a package is missing.
#   packaging/setup.sh [PACKAGE…]   also installs these Debian packages
set -euo pipefail
cd "$(dirname "$0")/.."

packages=(
  build-essential cmake ninja-build pkg-config ccache git ca-certificates python3 python3-jsonschema
  libgit2-dev libsqlite3-dev nlohmann-json3-dev libcurl4-openssl-dev libgtest-dev libgmock-dev libpcre2-dev
  libexpected-dev libfmt-dev libfyaml-dev libsimdjson-dev libarchive-dev libdeflate-dev libxxhash-dev libssl-dev libmbedtls-dev
  libhttp-parser-dev zlib1g-dev libcli11-dev
  libvectorscan-dev libtomlplusplus-dev libpugixml-dev "$@"
)
# A Node.js of another source may bring its own npm, with which Debian's would conflict.
command -v npm >/dev/null || packages+=(nodejs npm)

missing=()
for package in "${packages[@]}"; do
  dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'install ok installed' || missing+=("$package")
done

if [ ${#missing[@]} -gt 0 ]; then
  as_root=()
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null || { echo "setup: missing packages: ${missing[*]}; run this as root once" >&2; exit 1; }
    as_root=(sudo)
  fi
  echo "setup: installing ${missing[*]}"
  "${as_root[@]}" apt-get update -qq
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
fi

# The stamp is the lock file the installed grammars came from.
stamp=cmake/grammars/node_modules/.package-lock.sha256
wanted=$(sha256sum < cmake/grammars/package-lock.json)
if [ "$(cat "$stamp" 2>/dev/null)" != "$wanted" ]; then
  echo "setup: installing the grammars"
  # npm empties what a link leads to, and that is the folder of another checkout.
  [ ! -L cmake/grammars/node_modules ] || rm cmake/grammars/node_modules
  (cd cmake/grammars && npm ci --ignore-scripts --legacy-peer-deps --no-audit --no-fund --loglevel=error >/dev/null)
  echo "$wanted" > "$stamp"
fi
