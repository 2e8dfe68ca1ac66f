#!/usr/bin/env bash
# Builds, checks the format, lets made input in by every door for half a minute, runs every test, then the gold gate. Needs the .NET 10 SDK; no network but to restore packages.
# The gate measures what it finds: the samples always, the corpora where HELIOGRAPH_CORPORA or ../shared/corpora stands.
# The last line is "N passed, N failed".
set -uo pipefail
cd "$(dirname "$0")"
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
passed=0
failed=0

check() { # NAME COMMAND...: counts one check
    local name=$1
    shift
    echo "== $name"
    if "$@"; then passed=$((passed + 1)); else failed=$((failed + 1)); echo "FAILED: $name"; fi
}

suite() { # PROJECT: runs its tests and counts each
    echo "== $1"
    local output total errors wrong skipped
    output=$("artifacts/bin/$1/release/$1" -noColor 2>&1)
    printf '%s\n' "$output"
    read -r total errors wrong skipped < <(
        sed -nE 's/.*Total: ([0-9]+), Errors: ([0-9]+), Failed: ([0-9]+), Skipped: ([0-9]+).*/\1 \2 \3 \4/p' <<<"$output" | tail -n 1)
    if [ -z "${total:-}" ]; then
        failed=$((failed + 1))
        echo "FAILED: $1 ended without a summary"
        return
    fi

    passed=$((passed + total - wrong - skipped))
    failed=$((failed + wrong + errors))
}

needs() { # PACKAGE WHAT-FOR: installs a Debian package where it can, else says what is missing
    if [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null; then
        apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$1" >/dev/null
    else
        echo "$1 is not installed: $2 are skipped here, and fail in CI. On Debian: apt-get install $1"
    fi
}

compgen -G "/usr/lib/postgresql/*/bin/initdb" >/dev/null || needs postgresql "the tests of the ledger's second home"
[ -x /usr/bin/chromium ] || needs chromium "the journeys in a browser"

command -v npm >/dev/null || needs npm "the bundles of the pages' scripts and the clients of the API"

islands() { # the bundles that are checked in are those of their sources
    local made=$PWD/artifacts/islands
    rm -rf "$made"
    (cd src/Heliograph.Web/Islands && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error && npm run --silent check && node build.mjs "$made") || return 1
    local file
    while read -r file; do
        cmp "$made/$file" "src/Heliograph.Web/wwwroot/$file" || { echo "Found another bundle than its source makes. Run npm run build in src/Heliograph.Web/Islands."; return 1; }
    done < <(cd "$made" && find . -type f)
}

if command -v npm >/dev/null || [ -n "${CI:-}" ]; then check "islands" islands; fi
clients() { # the API's document before linters, and a TypeScript client made of it before a running server
    (cd test/Heliograph.Clients && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error && npm test --silent)
}

check "build" dotnet build -c Release -v quiet
if [ "$failed" -eq 0 ]; then
    check "format" dotnet format --no-restore --verify-no-changes
    check "fuzz" artifacts/bin/Heliograph.Fuzz/release/heliograph-fuzz --minutes 0.5 --seed 1
    if command -v npm >/dev/null || [ -n "${CI:-}" ]; then check "clients" clients; fi
    suite Heliograph.Tests
    suite Heliograph.Evaluation
    suite Heliograph.Browser
fi

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
