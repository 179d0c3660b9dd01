#!/usr/bin/env bash
# Everything that must hold: prerequisites, locked restore, build with analyzers, formatting, generated documents,
# all tests (with a private PostgreSQL and RabbitMQ) and the outside conformance suites.
# The last line reads "N passed, N failed" (and ", N skipped" when something was skipped); the exit code is 0 only when nothing failed.
#
#   CI=true               a test that needs a server or a browser fails when it is missing, instead of being skipped
#   CASEFLOW_CHECK_FILTER a `dotnet test` filter, to run a part
set -uo pipefail
cd "$(dirname "$0")/.."

passed=0 failed=0 skipped=0
work=$(mktemp -d)
chmod 755 "$work" # PostgreSQL, which runs as its own user, must be able to enter

step() { printf '\n== %s (%ds)\n' "$1" "$SECONDS"; }
complain() { printf 'check: %s\n' "$*" >&2; }
fail() { complain "$*"; failed=$((failed + 1)); }

finish() {
  trap - EXIT INT TERM
  stop_servers
  rm -rf "$work"
  local line="$passed passed, $failed failed"
  [ "$skipped" -gt 0 ] && line="$line, $skipped skipped"
  printf '\n%s\n' "$line"
  # Named, since a bare exit inside the trap would give the status from before it.
  local status=1
  [ "$failed" -eq 0 ] && [ "$passed" -gt 0 ] && status=0
  exit "$status"
}

stop_servers() {
  [ -d "$work/postgresql" ] && tests/servers/postgresql.sh stop "$work/postgresql"
  [ -d "$work/rabbitmq" ] && tests/servers/rabbitmq.sh stop "$work/rabbitmq"
}

trap 'fail "interrupted"; finish' INT TERM
trap 'finish' EXIT

# --- prerequisites -----------------------------------------------------------------------------------------------

have_chromium() { command -v chromium >/dev/null; }
have_postgresql() { command -v initdb >/dev/null || [ -n "$(find /usr/lib/postgresql -maxdepth 3 -name initdb 2>/dev/null)" ]; }
have_rabbitmq() { [ -x /usr/lib/rabbitmq/bin/rabbitmq-server ]; }

install_packages() {
  local wanted=() as_root=()
  have_chromium || wanted+=(chromium)
  have_postgresql || wanted+=(postgresql)
  have_rabbitmq || wanted+=(rabbitmq-server)
  [ ${#wanted[@]} -eq 0 ] && return
  if ! command -v apt-get >/dev/null; then
    complain "not installed and no apt-get to install with: ${wanted[*]}"
    return
  fi
  if [ "$(id -u)" != 0 ]; then
    if sudo -n true 2>/dev/null; then as_root=(sudo -n); else
      complain "not installed: ${wanted[*]} (run as root: apt-get install --no-install-recommends ${wanted[*]})"
      return
    fi
  fi
  "${as_root[@]}" apt-get update -qq || complain "apt-get update failed"
  # One at a time, so that one that cannot be had does not stop the others.
  local package
  for package in "${wanted[@]}"; do
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$package" >"$work/apt.log" 2>&1 \
      || { complain "could not install $package:"; tail -n 3 "$work/apt.log" >&2; }
  done
}

require_tool() { # command, what it is, how to get it
  command -v "$1" >/dev/null && return
  fail "$2 is missing: $3"
  finish
}

step "Prerequisites"
require_tool dotnet ".NET 10 SDK" "https://dotnet.microsoft.com/download/dotnet/10.0"
require_tool node "Node 20" "https://nodejs.org/"
require_tool npm "npm" "it comes with Node"
dotnet --list-sdks | grep -q '^10\.' || { fail ".NET 10 SDK is missing; found: $(dotnet --list-sdks | tr '\n' ' ')"; finish; }
install_packages

# --- build -------------------------------------------------------------------------------------------------------

step "Restore"
dotnet restore CaseFlow.sln --locked-mode -v q --nologo || { fail "restore (a changed package needs its packages.lock.json committed)"; finish; }

step "Build"
dotnet build CaseFlow.sln --no-restore -v q --nologo || { fail "build"; finish; }

step "Formatting"
format_folders=(src tests)
if dotnet format whitespace . --folder --verify-no-changes -v q --include "${format_folders[@]/%//}" --exclude '**/Migrations/' '**/obj/' '**/bin/' '**/node_modules/'; then
  passed=$((passed + 1))
else
  fail "formatting: run dotnet format whitespace . --folder --include src/ tests/"
fi

# --- servers -----------------------------------------------------------------------------------------------------

free_port() {
  local port
  while :; do
    port=$((20000 + RANDOM % 30000))
    (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null || { echo "$port"; return; }
  done
}

missing_server() {
  if [ "${CI:-}" = true ]; then fail "$1 could not be started, and CI=true forbids skipping its tests"; else
    complain "$1 could not be started; the tests that need it are skipped"
  fi
}

step "Servers"
port=$(free_port)
# The data is thrown away: what is tested is a process that dies, not a machine that loses power.
if have_postgresql && PG_ARGS="-c fsync=off -c full_page_writes=off" tests/servers/postgresql.sh start "$work/postgresql" "$port" >/dev/null; then
  # Each test has a database and so a pool of its own; idle connections are given back soon.
  export CASEFLOW_TEST_POSTGRES="Host=127.0.0.1;Port=$port;Username=app;Database=postgres;Connection Idle Lifetime=5;Connection Pruning Interval=1"
else
  missing_server PostgreSQL
fi
port=$(free_port)
if have_rabbitmq && tests/servers/rabbitmq.sh start "$work/rabbitmq" "$port" "$(free_port)" "$(free_port)" >/dev/null; then
  export CASEFLOW_TEST_RABBITMQ="amqp://guest:guest@127.0.0.1:$port/"
else
  missing_server RabbitMQ
fi
have_chromium && CASEFLOW_TEST_CHROMIUM=$(command -v chromium) && export CASEFLOW_TEST_CHROMIUM

# --- tests -------------------------------------------------------------------------------------------------------

# Sums the counters of the results files in a folder: "passed failed notExecuted".
sum_results() {
  find "$1" -name '*.trx' -print0 | xargs -0 -r awk '
    function n(s, k) { return match(s, " " k "=\"[0-9]+\"") ? substr(s, RSTART + length(k) + 3, RLENGTH - length(k) - 4) + 0 : 0 }
    match($0, /<Counters [^>]*/) {
      s = substr($0, RSTART, RLENGTH)
      p += n(s, "passed"); t += n(s, "total"); e += n(s, "executed")
      f += n(s, "failed") + n(s, "error") + n(s, "timeout") + n(s, "aborted")
    }
    END { printf "%d %d %d\n", p, f, t - e }'
}

# One project after the other: each gets the whole machine, and a folder of its own for its results.
step "Tests"
export CASEFLOW_CHECK=true
filter=()
[ -n "${CASEFLOW_CHECK_FILTER:-}" ] && filter=(--filter "$CASEFLOW_CHECK_FILTER")
tests_passed=0
for project in tests/*/*.Tests.csproj; do
  name=$(basename "$project" .csproj)
  mkdir -p "$work/results/$name"
  timeout 1500 dotnet test "$project" --no-build --nologo --logger trx --results-directory "$work/results/$name" "${filter[@]}" >"$work/test.log" 2>&1
  code=$?
  read -r p f s < <(sum_results "$work/results/$name"; echo)
  printf '%s: %d passed, %d failed, %d skipped (%ds)\n' "$name" "${p:-0}" "${f:-0}" "${s:-0}" "$SECONDS"
  [ "$code" -eq 0 ] || cat "$work/test.log"
  tests_passed=$((tests_passed + ${p:-0})) failed=$((failed + ${f:-0})) skipped=$((skipped + ${s:-0}))
  # A test host that crashed or hung leaves no failed counter behind.
  [ "$code" -ne 0 ] && [ "${f:-0}" -eq 0 ] && fail "$name ended with code $code without naming a failed test"
done
passed=$((passed + tests_passed))
[ "$tests_passed" -gt 0 ] || fail "no test passed"

# --- conformance -------------------------------------------------------------------------------------------------

if [ -f tests/CaseFlow.Conformance/recorded.json ]; then
  if [ -d ../shared/conformance ]; then
    step "Conformance suites"
    # Compares with recorded.json and exits non-zero below it.
    if timeout 600 dotnet run --project tests/CaseFlow.Conformance --no-build -- --check ../shared/conformance; then
      passed=$((passed + 1))
    else
      fail "conformance is below the recorded figures"
    fi
  else
    complain "the outside conformance suites are not present; not run"
    skipped=$((skipped + 1))
  fi
fi
