#!/bin/sh
# Which folder may call what, read from the object files: no comment, macro or
# header can hide a call from the linker. Usage: check-symbols.sh BUILD_OBJ_DIR
# A name in ci/symbols.txt that ends in .o allows one object file only.
set -eu
build=$1
find "$build/grader" "$build/sandbox" -name '*.o' | sort | while read -r object; do
    nm -u --format=posix "$object" | awk -v o="${object#"$build"/}" '{ print o, $1 }'
done | sed 's/@.*//' | awk '
  FNR == NR { if ($1 !~ /^#/ && NF) { n++; pat[n] = $1; for (i = 2; i <= NF; i++) ok[n, $i] = 1 } next }
  { file = $1; here = $1; sub(/\/[^\/]*$/, "", here); name = $2; sub(/^__/, "", name); sub(/_chk$/, "", name)
    for (i = 1; i <= n; i++) if (name ~ pat[i] && !((i, here) in ok) && !((i, file) in ok)) {
      printf "%s: may not refer to %s\n", $1, $2; bad = 1 } }
  END { exit bad }
' ci/symbols.txt -
