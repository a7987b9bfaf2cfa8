#!/bin/sh
# Every header compiles alone, first.
set -eu
find grader sandbox tests/support -name '*.h' | sort | while read -r h; do
    # shellcheck disable=SC2046
    printf '#include "%s"\n' "$h" |
        ${CC:-cc} -std=c17 -D_GNU_SOURCE -I. $(pkg-config --cflags libgit2 libcjson yaml-0.1) \
            -Wall -Wextra -Werror -fsyntax-only -x c -
done
