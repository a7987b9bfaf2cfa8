#!/bin/sh
# Runs every test of a build, and closes with one line that counts. Usage: test.sh BUILD_DIR [SUITE]…
# Suites: unit (Criterion: units and end to end), hostile, benign, growth (every third program), quality, problems, packages;
# all of these when none is named. And page (the HTML report in Chromium), which needs what an ordinary user may not have: see
# ci/page.sh.
set -u
out=$1
shift
[ $# -gt 0 ] || set -- unit hostile benign growth quality problems packages
passed=0
failed=0
log=$(mktemp)
trap 'rm -f "$log" "$log.code"' EXIT

# Runs a suite before our eyes and keeps what it says; a suite that ends badly without a failed test is one failure.
run() {
    { "$@" 2>&1; echo $? >"$log.code"; } | sed 's/\x1b\[[0-9;]*m//g' | tee "$log"
}
ended_badly() {
    before=$1
    [ "$(cat "$log.code")" -eq 0 ] || [ "$failed" -gt "$before" ] || failed=$((failed + 1))
}

# The last line of a suite of ours: "hostile: 812 passed, 0 failed".
count_plain() {
    line=$(grep -E "^$1: [0-9]+ passed, [0-9]+ failed" "$log" | tail -n 1)
    passed=$((passed + $(echo "$line" | sed -n 's/^[a-z-]*: \([0-9]*\) passed.*/\1/p' | grep . || echo 0)))
    failed=$((failed + $(echo "$line" | sed -n 's/.* \([0-9]*\) failed.*/\1/p' | grep . || echo 1)))
}
# Criterion's: "[====] Synthesis: Tested: 324 | Passing: 324 | Failing: 0 | Crashing: 0".
count_criterion() {
    line=$(grep -a 'Synthesis: Tested:' "$log" | tail -n 1)
    tested=$(echo "$line" | sed -n 's/.*Tested: .*\b\([0-9][0-9]*\).*| Passing.*/\1/p')
    good=$(echo "$line" | sed -n 's/.*Passing: .*\b\([0-9][0-9]*\).*| Failing.*/\1/p')
    passed=$((passed + ${good:-0}))
    failed=$((failed + ${tested:-1} - ${good:-0}))
}

for suite in "$@"; do
    echo "== $suite"
    before=$failed
    case $suite in
    unit)
        run "$out/bin/unit"
        count_criterion
        ;;
    growth)
        run "$out/bin/growth" --every 3
        count_plain "$suite"
        ;;
    hostile | benign | problems | quality)
        run "$out/bin/$suite"
        count_plain "$suite"
        ;;
    packages)
        run sh ci/packages.sh "$out/bin/grader"
        count_plain packages
        ;;
    page)
        run sh ci/page.sh "$out/bin/grader"
        count_plain page
        ;;
    *)
        echo "test.sh: unknown suite '$suite'" >&2
        exit 2
        ;;
    esac
    ended_badly "$before"
done
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
