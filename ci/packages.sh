#!/bin/sh
# Does grader judge every small package of every format as its author says? Usage: packages.sh GRADER [PACKAGE…]
# Packages: those of tests/packages/good when none is named. The last line counts: "packages: 38 passed, 0 failed".
set -eu
grader=$1
shift
[ $# -gt 0 ] || set -- tests/packages/good/*
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
GRADER_CACHE=${GRADER_CACHE:-$work/cache}
export GRADER_CACHE

code=0
"$grader" verify "$@" >"$work/said" 2>&1 || code=$?
[ "$code" -eq 0 ] || cat "$work/said"
passed=$(grep -c '^AS ITS AUTHOR SAYS' "$work/said" || true)
echo "packages: $passed passed, $(($# - passed)) failed"
[ "$code" -eq 0 ] && [ "$passed" -eq $# ]
