#!/bin/sh
# Everything that keeps the architecture and the style. Usage: lint.sh BUILD_OBJ_DIR
# shellcheck disable=SC2317  # the checks are called by name
set -eu
failed=0
check() {
    title=$1
    shift
    if output=$("$@" 2>&1); then
        echo "  ok    $title"
    else
        failed=1
        echo "  FAIL  $title"
        echo "$output" | head -n 40
    fi
}

own=$(find grader sandbox tests/unit tests/support tests/fuzz tests/hostile/runner* tests/benign/runner* tests/quality/runner* tests/growth/runner* -name '*.[ch]' 2>/dev/null | sort)

format() {
    # shellcheck disable=SC2086
    clang-format --dry-run -Werror $own
}
first_line() {
    bad=$(for f in $own; do head -n 1 "$f" | grep -q "^/\* $(basename "$f") - .*" || echo "$f: first line must be /* $(basename "$f") - what it is for. */"; done)
    [ -z "$bad" ] || { echo "$bad"; return 1; }
}
top_level() {
    extra=$(git ls-files | cut -d/ -f1 | sort -u | grep -vxE 'Makefile|README\.md|LICENSE|grader|sandbox|problems|rubrics|tests|ci|\..*' || true)
    [ -z "$extra" ] || { echo "outside the agreed layout: $extra"; return 1; }
}
analysis() {
    cppcheck --quiet --std=c11 --enable=warning,performance,portability --inline-suppr -I. \
        --suppress=missingIncludeSystem --error-exitcode=1 -D_GNU_SOURCE -D__x86_64__ grader sandbox
}
scripts() {
    shellcheck --severity=warning ci/*.sh .ci/run
}

check 'floors: every include goes down, no cycle' sh ci/check-layers.sh
check 'symbols: who may call what' sh ci/check-symbols.sh "$1"
check 'headers compile alone' sh ci/check-headers.sh
check 'clang-format' format
check 'first lines say what a file is for' first_line
check 'top level' top_level
check 'cppcheck' analysis
check 'shellcheck' scripts

echo 'Functions that stick out (complexity, lines), for a look, not a limit:'
# shellcheck disable=SC2046
pmccabe $(find grader sandbox -name '*.c') | awk -F'\t' '$1 > 12 || $5 > 45 { printf "  %3d  %3d  %s\n", $1, $5, $6 }' | sort -rn | head -n 8
exit $failed
