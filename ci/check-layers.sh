#!/bin/sh
# Every #include goes down: folders by ci/layers.txt, modules without a cycle.
set -eu
sources=$(find grader sandbox -name '*.[ch]' | sort)

# shellcheck disable=SC2086
awk '
  FNR == NR { if ($1 !~ /^#/ && NF) { for (i = 3; i <= NF; i++) ok[$1, $i] = 1; known[$1] = 1 } next }
  FNR == 1 { here = FILENAME; sub(/\/[^\/]*$/, "", here)
             if (!(here in known)) { print here ": not in ci/layers.txt"; bad = 1 } }
  /^#include "/ { split($0, q, "\""); to = q[2]; there = to; sub(/\/[^\/]*$/, "", there)
    if (there != here && !((here, there) in ok) && !((here, to) in ok)) {
      printf "%s:%d: %s may not include %s\n", FILENAME, FNR, here, to; bad = 1 } }
  END { exit bad }
' ci/layers.txt $sources

# One module is foo.c and foo.h together; tsort names the loop if there is one.
# shellcheck disable=SC2086
awk '/^#include "/ { split($0, q, "\""); a = FILENAME; b = q[2]
     sub(/\.[ch]$/, "", a); sub(/\.[ch]$/, "", b); if (a != b) print a, b }' $sources |
  tsort >/dev/null
