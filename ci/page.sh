#!/bin/sh
# The HTML report in headless Chromium; last line "page: N passed, M failed". Usage: page.sh GRADER [SCREENSHOTS]
# playwright-core, axe-core and marked come from npm as tests/page/package-lock.json says, into build/page.
set -eu
grader=$1
modules=build/page
if ! cmp -s tests/page/package-lock.json $modules/package-lock.json || [ ! -d $modules/node_modules ]; then
    rm -rf $modules
    mkdir -p $modules
    cp tests/page/package.json tests/page/package-lock.json $modules/
    fetch() { (cd $modules && npm ci --fetch-retries 5 --ignore-scripts --no-audit --no-fund --silent); }
    fetch || { sleep 10; fetch; } || {
        rm -rf $modules
        echo 'page.sh: npm could not install what tests/page needs' >&2
        exit 3
    }
fi
exec node tests/page/run.mjs "$grader" $modules . ${2:+"$2"}
