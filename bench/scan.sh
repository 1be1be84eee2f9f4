#!/usr/bin/env bash
# End to end on real checkouts: wall seconds and peak memory of codelake beside the physical limits of the same files
# (reading them; parsing them with tree-sitter alone), and of other scanners where they are installed.
#   bench/scan.sh CHECKOUT…          needs build/release/codelake and, for the parse column, build/release/bench/bench_parse_only
# Reading, parsing and the columns beside them run on one thread; "all" on every processor, and "again" likewise where nothing
# has changed since the last scan. But for "again", nothing that was found before is used.
# Each figure is the median of RUNS (default 5) runs after one warm-up; the commands take turns, so that a change of the
# machine's speed meets all of them alike.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
codelake=${CODELAKE:-$root/build/release/codelake}
parse=${BENCH_PARSE:-$root/build/release/bench/bench_parse_only}
runs=${RUNS:-5}
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
export CODELAKE_HOME=$work/home

median() { sort -n | awk '{v[NR]=$1} END {print v[int((NR+1)/2)]}'; }
# timed NAME command…: appends wall seconds and peak KiB of one run.
timed() {
  local name=$1; shift
  /usr/bin/time -f '%e %M' -o "$work/time" "$@" >/dev/null 2>&1 </dev/null || true
  tail -n 1 "$work/time" | awk '{print $1}' >> "$work/$name.s"
  tail -n 1 "$work/time" | awk '{print $2}' >> "$work/$name.k"
}
peers=()
for peer in gitleaks kingfisher trufflehog semgrep osv-scanner trivy; do command -v $peer >/dev/null && peers+=($peer); done

run_peer() {
  case $1 in
    gitleaks) timed gitleaks gitleaks dir --no-banner "$2" ;;
    kingfisher) timed kingfisher kingfisher scan --no-validate "$2" ;;
    trufflehog) timed trufflehog trufflehog filesystem --no-verification --no-update "$2" ;;
    semgrep) timed semgrep semgrep scan --metrics=off --disable-version-check --config "$root/rules/sast" "$2" ;;
    osv-scanner) timed osv-scanner osv-scanner scan --offline "$2" ;;
    trivy) timed trivy trivy fs --offline-scan --skip-db-update "$2" ;;
  esac
}

printf '%-14s %7s %7s | %8s %8s %6s | %8s %8s %6s | %8s %8s %8s\n' checkout files MB cat s+sca ratio parse sast ratio all 'peak MB' again
for checkout in "$@"; do
  rm -f "$work"/*.s "$work"/*.k
  # The files a scan reads, so that `cat` reads the same ones.
  "$codelake" scan "$checkout" --no-store --fail-on never --quiet -o json="$work/report.json" || true
  git -C "$checkout" ls-files -z | (cd "$checkout" && xargs -0 -I{} sh -c '[ -f "{}" ] && [ ! -L "{}" ] && printf "%s\0" "{}"' 2>/dev/null) > "$work/files" || true
  for _ in $(seq 0 "$runs"); do
    timed cat sh -c "cd '$checkout' && xargs -0 cat < '$work/files'"
    timed secrets_sca "$codelake" scan "$checkout" --jobs 1 --types secrets,sca --no-cache --no-store --fail-on never --quiet -o json=/dev/null
    [ -x "$parse" ] && timed parse "$parse" "$checkout"
    timed sast "$codelake" scan "$checkout" --types sast --jobs 1 --no-cache --no-store --fail-on never --quiet -o json=/dev/null
    timed all "$codelake" scan "$checkout" --no-cache --no-store --fail-on never --quiet -o json=/dev/null
    timed again "$codelake" scan "$checkout" --no-store --fail-on never --quiet -o json=/dev/null
    for peer in "${peers[@]}"; do run_peer "$peer" "$checkout"; done
  done
  m() { [ -f "$work/$1.s" ] && tail -n +2 "$work/$1.s" | median || echo 0; }
  ratio() { awk -v a="$1" -v b="$2" 'BEGIN { if (b > 0) printf "%.2f", a / b; else printf "-" }'; }
  files=$(tr -cd '\0' < "$work/files" | wc -c)
  bytes=$( (cd "$checkout" && xargs -0 stat -c %s < "$work/files") | awk '{n += $1} END {printf "%.0f", n / 1e6}')
  peak=$(sort -n "$work/all.k" | tail -n 1)
  printf '%-14s %7d %7d | %8s %8s %6s | %8s %8s %6s | %8s %8d %8s\n' "$(basename "$checkout")" "$files" "$bytes" \
    "$(m cat)" "$(m secrets_sca)" "$(ratio "$(m secrets_sca)" "$(m cat)")" \
    "$(m parse)" "$(m sast)" "$(ratio "$(m sast)" "$(m parse)")" "$(m all)" "$((peak / 1024))" "$(m again)"
  for peer in "${peers[@]}"; do printf '    %-12s %8s s\n' "$peer" "$(m "$peer")"; done
done
