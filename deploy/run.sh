#!/usr/bin/env bash
# Builds CaseFlow and runs it on this machine: SQLite in ./data, everything in one process. Ctrl+C stops it.
#
#   deploy/run.sh --demo   an account for each role (shown on the sign-in page), the definitions in workflows/ deployed at every start,
#                          and at the very first start some cases and meetings to look at
#   deploy/run.sh          no account at all; the first start prints a one-time token for the first administrator
#
#   CASEFLOW_PORT=5080     the port on localhost
#   CASEFLOW_DATA=./data   where the database, keys and documents are kept
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)

demo=false
case "${1:-}" in
  --demo) demo=true ;;
  "") ;;
  *) sed -n '2,9p' "$0"; exit 2 ;;
esac

# --- what must be there ------------------------------------------------------------------------------------------

missing=()
need() { missing+=("$1"); }
if ! command -v dotnet >/dev/null; then
  need ".NET 10 SDK: https://dotnet.microsoft.com/download/dotnet/10.0"
elif ! dotnet --list-sdks | grep -q '^10\.'; then
  need ".NET 10 SDK: https://dotnet.microsoft.com/download/dotnet/10.0 (found: $(dotnet --list-sdks | cut -d' ' -f1 | tr '\n' ' '))"
fi
if ! command -v node >/dev/null; then
  need "Node 20 or later: https://nodejs.org/"
elif [ "$(node -p 'process.versions.node.split(".")[0]')" -lt 20 ]; then
  need "Node 20 or later: https://nodejs.org/ (found: $(node --version))"
fi
command -v npm >/dev/null || need "npm: it comes with Node; on Debian, apt-get install npm"
if [ ${#missing[@]} -gt 0 ]; then
  echo "CaseFlow cannot be built here. Missing:" >&2
  printf '  - %s\n' "${missing[@]}" >&2
  exit 1
fi

port=${CASEFLOW_PORT:-5080}
# The database holds the keys that protect sign-ins: for its owner's eyes only.
(umask 077; mkdir -p "${CASEFLOW_DATA:-$root/data}")
data=$(cd "${CASEFLOW_DATA:-$root/data}" && pwd)
address="http://localhost:$port"

is_open() { (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; }
if is_open; then
  echo "Port $port is taken. Stop what uses it, or choose another: CASEFLOW_PORT=5081 $0 $*" >&2
  exit 1
fi

# --- build -------------------------------------------------------------------------------------------------------

# A published folder, not the build output: only there are scripts and styles served as files of their own.
out="$root/artifacts/web"
echo "Building ..."
if ! dotnet publish "$root/src/CaseFlow.Web" -c Release -o "$out" -v q --nologo; then
  echo "The build failed; the lines above say why." >&2
  exit 1
fi

# --- run ---------------------------------------------------------------------------------------------------------

export ASPNETCORE_URLS="$address" DOTNET_gcServer=0
export CaseFlow__DataFolder="$data" CaseFlow__Workflows="$root/workflows" CaseFlow__BaseUrl="$address" CaseFlow__Demo=$demo

# The content root is the current folder.
cd "$out"
umask 077
if $demo && [ ! -e "$data/caseflow.db" ]; then
  echo "Loading the demonstration's cases and meetings ..."
  # Without them the demo is empty, but it works: cases can be handed in.
  dotnet CaseFlow.Web.dll scenario load || echo "They could not all be loaded; the lines above say why." >&2
fi
dotnet CaseFlow.Web.dll &
server=$!
# A background process ignores Ctrl+C; pass it on as the signal for an orderly stop.
stop() { trap - INT TERM; kill -TERM "$server" 2>/dev/null || true; }
trap stop INT TERM

is_ready() {
  local status
  { exec 3<>"/dev/tcp/127.0.0.1/$port"; } 2>/dev/null || return 1
  printf 'GET /health/ready HTTP/1.1\r\nHost: localhost:%s\r\nConnection: close\r\n\r\n' "$port" >&3
  IFS= read -r -t 5 status <&3 || status=""
  exec 3>&- 3<&-
  [[ "$status" == *" 200 "* ]]
}

until is_ready; do
  kill -0 "$server" 2>/dev/null || break
  sleep 0.3 || true # Ctrl+C ends the sleep too
done
if kill -0 "$server" 2>/dev/null; then
  echo
  echo "CaseFlow is running: $address"
  if $demo; then
    echo "Demo: the sign-in page lists an account for each role. Do not use it for real cases."
  else
    echo "No administrator yet? The start has printed a one-time key above: open $address and give it."
    echo "Then deploy the processes, on the page Driftsättning or with: deploy/caseflow deploy workflows/"
  fi
  echo "Data: $data. Stop with Ctrl+C."
fi

code=0
wait "$server" || code=$?
# A signal ends the first wait before the server has ended.
while kill -0 "$server" 2>/dev/null; do code=0; wait "$server" || code=$?; done
# 143 and 130: stopped by us or by the person.
case $code in 0 | 130 | 143) exit 0 ;; *) echo "CaseFlow stopped with code $code; the lines above say why." >&2; exit "$code" ;; esac
