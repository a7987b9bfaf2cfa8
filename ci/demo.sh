#!/bin/sh
# Grades the bundled sample candidate into report/. Usage: demo.sh GRADER
#
# The candidate is below the bar on purpose (one strong solution, one too slow, one wrong), so the
# grader's exit code 1 is the expected outcome; 2 and 3 are failures of ours.
set -eu
grader=$(realpath "$1")
cd "$(dirname "$0")/.."
folder=$(mktemp -d "${TMPDIR:-/tmp}/grader-demo.XXXXXX")
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM
repository=$folder/priya

# Nobody's settings but these: no signing, no hooks, no template.
unset GIT_DIR GIT_WORK_TREE GIT_INDEX_FILE
export GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_NOSYSTEM=1 GIT_TERMINAL_PROMPT=0
candidate() {
    git -C "$repository" -c user.name='Priya Raman' -c user.email=priya@example.org "$@"
}
commit() {
    candidate add -A
    GIT_AUTHOR_DATE=$1 GIT_COMMITTER_DATE=$1 candidate commit -q -m "$2"
}
mkdir -p "$repository/solutions"
git init -q -b main --template= "$repository"
cp -R tests/sample/solutions/lrucache "$repository/solutions/"
commit '2026-11-23T19:04:00+01:00' 'LRU cache: hash index and a list by recency'
cp -R tests/sample/. "$repository/"
commit '2026-11-24T22:41:00+01:00' 'Longest increasing subsequence, rate limiter, README'

code=0
"$grader" grade "$repository" --out report || code=$?
[ "$code" -le 1 ] || exit "$code"
for kind in html json; do
    [ -s "report/report.$kind" ] || { echo "demo: report/report.$kind is missing" >&2; exit 1; }
done
echo "The page for people:   $PWD/report/report.html"
echo "The same for programs: $PWD/report/report.json"
