#!/bin/sh
# Continuous integration: install, every mode, lint, the README's test command, and what it can't show: the tests under
# sanitizers. Closes with a line that counts tests.
set -eu
say() { printf '\n=== %s (%s s)\n' "$1" "$(($(date +%s) - began))"; }
began=$(date +%s)
jobs=$(nproc)
export GRADER_CACHE="${TMPDIR:-/tmp}/grader-ci-cache-$$"
trap 'rm -rf "$GRADER_CACHE"' EXIT

say 'install'
sh ci/install.sh build test lint page

say 'every mode builds, without a warning, by both compilers'
for mode in release asan debug; do
    make -j"$jobs" MODE=$mode all build/$mode/bin/unit >/dev/null
done
make -j"$jobs" CC=clang MODE=debug OUT=build/clang all >/dev/null

say 'lint'
make --no-print-directory lint

say 'unit and end-to-end tests with address and undefined-behaviour sanitizers'
sh ci/test.sh build/asan unit

say 'fuzz: thirty seconds each'
make --no-print-directory fuzz SECONDS=30 >fuzz.log 2>&1 || { tail -n 30 fuzz.log; rm -f fuzz.log; exit 1; }
rm -f fuzz.log

say 'the HTML report in a browser'
sh ci/test.sh build/debug page

say "the README's demo command"
make --no-print-directory demo

say "the README's test command"
make --no-print-directory test
