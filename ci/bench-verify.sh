#!/bin/sh
# What `grader verify` costs besides what it runs, and what a second job gains: a made package with 100 cases and 20
# submissions. Two processors need not be twice as fast as one (they may share a core, a cache, a bus, or a machine with
# others): so the same programs also run bare, one after the other and two at once. Usage: bench-verify.sh BIN_DIR [RUNS]
set -eu
bin=$(cd "$1" && pwd)
runs=${2:-1}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
export GRADER_CACHE="$folder/cache"
mkdir -p "$folder/cache" "$folder/sieve"
cd "$folder/sieve"
mkdir -p data/sample data/secret statement input_validators submissions/accepted submissions/wrong_answer
cat >problem.yaml <<'YAML'
problem_format_version: 2025-09
name: How many primes
uuid: 6f1d6f52-9f3e-4c0b-8f5e-2c4c0a1f9d11
license: public domain
limits:
  time_limit: 2.0
YAML
echo 'Print the number of primes below n.' >statement/problem.en.md
cat >input_validators/validate.c <<'C'
#include <stdio.h>
int main(void)
{
    int n;
    char end;
    return scanf("%d%c", &n, &end) == 2 && end == '\n' && getchar() == EOF && n > 1 && n < 6000000 ? 42 : 43;
}
C
solution() { # LIES: printed beside the number of primes
    cat <<C
#include <stdio.h>
#include <string.h>
static char crossed[6000000];
int main(void)
{
    int n, count = 0;
    if (scanf("%d", &n) != 1)
        return 1;
    for (int i = 2; i < n; i++) {
        count += !crossed[i];
        for (long long k = (long long)i * i; !crossed[i] && k < n; k += i)
            crossed[k] = 1;
    }
    printf("%d\n", count + (n % 7 == 3 ? $1 : 0));
    return 0;
}
C
}
solution 0 >submissions/accepted/reference.c
i=2
while [ $i -le 12 ]; do
    solution "0 * $i" >"submissions/accepted/again-$i.c"
    i=$((i + 1))
done
while [ $i -le 20 ]; do
    solution "$i" >"submissions/wrong_answer/off-by-$i.c"
    i=$((i + 1))
done
${CC:-cc} -O2 -o "$folder/reference" submissions/accepted/reference.c
i=1
while [ $i -le 100 ]; do
    place=$([ $i -eq 1 ] && echo data/sample || echo data/secret)
    echo $((2000000 + i * 30001)) >"$place/$i.in"
    "$folder/reference" <"$place/$i.in" >"$place/$i.ans"
    i=$((i + 1))
done

now() { date +%s%N | sed 's/......$//'; }

# "WALL_MS CPU_S RAN_S" of one run: all CPU of the grader and its children, and that of what it ran by its own account.
measure() (
    start=$(now)
    "$bin/grader" verify "$folder/sieve" --jobs "$1" --json >"$folder/out.json"
    stop=$(now)
    times >"$folder/times" # of this subshell: the second line is its children's
    awk -v wall=$((stop - start)) '
        FNR == 2 && FILENAME ~ /times$/ { for (i = 1; i <= 2; i++) { split($i, t, /[ms]/); cpu += t[1] * 60 + t[2] } }
        /"(run|compile|input_check)_cpu_us"/ { gsub(/[^0-9]/, ""); ran += $0 }
        END { printf "%d %.2f %.2f\n", wall, cpu, ran / 1e6 }' "$folder/times" "$folder/out.json"
)

# The model solution on every STEPth input from the FIRSTth on, three times.
bare() {
    for _ in 1 2 3; do
        for i in $(seq "$1" "$2" 100); do
            "$folder/reference" <"$(echo "$folder"/sieve/data/*/"$i.in")" >/dev/null
        done
    done
}
# Milliseconds of that: all of it in one row, or in two rows at once.
bare_ms() (
    start=$(now)
    if [ "$1" -eq 1 ]; then
        bare 1 1
    else
        bare 1 2 &
        bare 2 2
        wait
    fi
    echo $(($(now) - start))
)

"$bin/grader" verify "$folder/sieve" >/dev/null # builds what is kept, and looks at the machine once
while [ "$runs" -gt 0 ]; do
    bare_one=$(bare_ms 1)
    one=$(measure 1)
    two=$(measure 2)
    bare_two=$(bare_ms 2)
    echo "$one $two $bare_one $bare_two" | awk '{
        printf "verify, 100 cases x 20 submissions: %.1f s of CPU, of which what it ran %.1f s: %.1f %% on top\n", $2, $3,
            ($2 / $3 - 1) * 100
        printf "verify, --jobs 2 against --jobs 1: %.1f s against %.1f s: %.2f times as fast\n", $4 / 1000, $1 / 1000, $1 / $4
        printf "verify, what this machine gives the bare programs two at once: %.2f times as fast; verify gets %.0f %% of it\n",
            $7 / $8, $1 / $4 / ($7 / $8) * 100
    }'
    runs=$((runs - 1))
done
