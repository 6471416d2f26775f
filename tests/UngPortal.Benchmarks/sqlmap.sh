#!/usr/bin/env bash
# Asks sqlmap for injections at every parameter that reaches the database or the index; by hand, never in the test run.
# Needs sqlmap, and a site on this machine with its rate limits raised (README, "Measuring"). Ends with the number of findings or of pages
# that gave no result, expected: 0.
set -euo pipefail
site="${1:-http://127.0.0.1:5000}"
case "$site" in http://127.0.0.1:* | http://localhost:*) ;; *) echo "Only a site on this machine is attacked." >&2; exit 2 ;; esac
level="${2:-3}"
# Search is no SQL, and another word finds other things: payloads for engines that the site does not know would be taken for hits.
engine="${3:-SQLite}"
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT

curl --silent --fail --retry 30 --retry-delay 1 --retry-all-errors --output /dev/null "$site/health/ready"

# Timing tells nothing on a shared machine: all techniques but that one. No line of "silent" may stand at the end, or a page was not asked at all.
probe() {
  local name="$1"; shift
  sqlmap --batch --dbms="$engine" --level="$level" --risk=2 --timeout=15 --retries=1 --technique=BEUSQ --skip-waf --flush-session \
    --output-dir="$work/$name" --ignore-code=400,404,422 --disable-coloring "$@" >"$work/$name.log" 2>&1 || true
  if grep -q "identified the following injection point" "$work/$name.log"; then
    echo "$name: FOUND"
    grep -E "^(Parameter|    Type|    Payload)" "$work/$name.log"
    echo 1 >>"$work/findings"
  elif grep -q "all tested parameters do not appear to be injectable" "$work/$name.log"; then
    echo "$name: nothing ($(grep -c "does not seem to be injectable" "$work/$name.log") parameters)"
  else
    echo "$name: silent"
    tail -3 "$work/$name.log"
    echo 1 >>"$work/findings"
  fi
}

form=(--csrf-token=__RequestVerificationToken)
threads=(--threads=4)
probe search -u "$site/sok?q=mensen&type=article&tema=kropp-helse-og-sex&alder=13-15&aar=2026&sorter=nyeste&side=1" -p q,type,tema,alder,aar,sorter,side "${threads[@]}"
probe suggestions -u "$site/sok/forslag?q=men" -p q "${threads[@]}"
probe articles -u "$site/artikler?tema=kropp-helse-og-sex&alder=13-15&side=1" -p tema,alder,side "${threads[@]}"
probe topic -u "$site/tema/kropp-helse-og-sex*?alder=13-15&side=1" "${threads[@]}"
probe article -u "$site/artikler/eksamen-uten-panikk*" "${threads[@]}"
probe feedback -u "$site/tilbakemelding" --csrf-url="$site/tilbakemelding" "${form[@]}" -p Side,Svar,Tekst,Nokkel \
  --data "Side=/&Svar=ja&Tekst=Hei&Nokkel=3f2b8a52-6a77-4f0e-9d8e-1f6a3b8c9d01&__RequestVerificationToken=x"
probe settings -u "$site/innstillinger" --csrf-url="$site/innstillinger" "${form[@]}" -p alder,tema --data "alder=13-15&tema=auto&__RequestVerificationToken=x"
touch "$work/findings"
awk '{n += $1} END {print n + 0 " findings"}' "$work/findings"
