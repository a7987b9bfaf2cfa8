#!/bin/sh
# Installs what is missing for a purpose, and says what and why. Usage: install.sh build|test|lint|bench|page …
# Debian and Ubuntu. Without root it only names the command to run.
set -eu

# package | purpose | what for
packages='
gcc              | build | compiles the grader, and the candidates
libc6-dev        | build | the C library, static too: candidates are linked statically
make             | build | runs the build
pkg-config       | build | finds the libraries
libseccomp-dev   | build | system call filters of the sandbox
libgit2-dev      | build | reads repositories
libcjson-dev     | build | reads rubrics and reports
libyaml-dev      | build | reads problem packages
libarchive-dev   | build | unpacks problem packages
libsodium-dev    | build | names by content, seeds of hidden tests
git              | build | makes the demo repository; a real git for the tests
clang-tidy       | build | inspects code: curated checks
cppcheck         | build | inspects code, that of the grader too
libclang1        | build | inspects code: measures of functions, opened at run time
libcriterion-dev | test  | the unit tests
g++              | test  | validators and submissions of foreign packages in C++
bubblewrap       | bench | the sandbox it is compared with
python3          | test  | the JSON Schema validator; validators and submissions in Python
python3-jsonschema | test | checks the report against its schema
clang            | build | counts work for grader growth; a second compiler for the tests
qemu-user        | test  | the arbiter of suspicious counts; without it they are left to a person
libclang-rt-dev  | lint  | the run-time libraries of the fuzzers
clang-format     | lint  | the format of the source
pmccabe          | lint  | functions that stick out
shellcheck       | lint  | the scripts
chromium         | page  | reads the HTML report
nodejs           | page  | drives it (18 or newer)
npm              | page  | installs playwright-core, axe-core and marked for that, as locked in tests/page
'

wanted=' '
for purpose in "$@"; do
    case $purpose in
    build | test | lint | bench | page) wanted="$wanted$purpose " ;;
    *) echo "install.sh: unknown purpose '$purpose' (build, test, lint, bench, page)" >&2; exit 2 ;;
    esac
done
if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
    echo "install.sh: this is no Debian or Ubuntu; see the list in ci/install.sh for what is needed" >&2
    exit 0
fi

missing=''
report=''
while IFS='|' read -r package purpose why; do
    package=$(echo "$package" | tr -d ' ')
    purpose=$(echo "$purpose" | tr -d ' ')
    [ -n "$package" ] || continue
    case $wanted in *" $purpose "*) ;; *) continue ;; esac
    status=$(dpkg-query -W -f '${Status}' "$package" 2>/dev/null || true)
    [ "$status" = 'install ok installed' ] && continue
    # A newer one from elsewhere serves as well, and Debian's would be in its way.
    [ "$purpose" = page ] && command -v "$package" >/dev/null && continue
    missing="$missing $package"
    report="$report  $package:$why
"
done <<EOF
$packages
EOF

[ -n "$missing" ] || exit 0
if [ "$(id -u)" -ne 0 ]; then
    echo "grader: packages are missing; as root, run: apt-get install -y$missing" >&2
    exit 2
fi
echo 'Installing with apt-get:'
printf '%s' "$report"
export DEBIAN_FRONTEND=noninteractive
# a mirror that stumbles, another apt that is at work
get='apt-get -o Acquire::Retries=5 -o DPkg::Lock::Timeout=300'
# shellcheck disable=SC2086
if ! $get install -y -qq --no-install-recommends $missing >build-install.log 2>&1; then
    $get update -qq
    $get install -y -qq --no-install-recommends $missing >build-install.log 2>&1 || {
        tail -n 5 build-install.log >&2
        rm -f build-install.log
        echo 'install.sh: apt-get could not install them' >&2
        exit 3
    }
fi
rm -f build-install.log
