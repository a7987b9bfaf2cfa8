#!/bin/sh
# Figures as ratios against something run in the same minute; also into a JSON file. Usage: bench.sh BIN_DIR [RUNS]
set -eu
bin=$1
"$bin/sandbox_bench" build/bench-sandbox.json ${2:+"$2"}
echo "Written to build/bench-sandbox.json"
sh ci/bench-verify.sh "$bin" 1
echo 'Inspection of the code, by the labels of tests/quality:'
"$bin/quality"
echo 'Growth, by the programs of tests/growth whose cost is known:'
"$bin/growth" --table
