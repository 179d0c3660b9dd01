#!/usr/bin/env bash
# A private, throw-away PostgreSQL for tests.
#   tests/servers/postgresql.sh start DIR PORT   initdb in DIR (must not exist), listen on 127.0.0.1:PORT, user "app", no password
#   tests/servers/postgresql.sh stop DIR         stop the server whose pid stands in DIR
# PG_ARGS is passed to the server. Works as an ordinary user; as root it drops to the user postgres.
set -euo pipefail

usage() { sed -n '2,5p' "$0" >&2; exit 2; }

find_bin() {
  local found
  if found=$(command -v initdb 2>/dev/null); then dirname "$(readlink -f "$found")"; return; fi
  found=$(find /usr/lib/postgresql -maxdepth 3 -name initdb 2>/dev/null | sort -V | tail -n 1)
  [ -n "$found" ] || { echo "postgresql.sh: initdb not found; install the package postgresql" >&2; exit 3; }
  dirname "$found"
}

# PostgreSQL refuses to run as root.
as_owner() {
  if [ "$(id -u)" = 0 ]; then
    setpriv --reuid=postgres --regid=postgres --clear-groups env HOME="$dir" "$@"
  else
    "$@"
  fi
}

start() {
  local port=$1
  [ -e "$dir/data" ] && { echo "postgresql.sh: $dir/data is already there" >&2; exit 2; }
  if [ "$(id -u)" = 0 ]; then install -d -o postgres -g postgres -m 700 "$dir"; else mkdir -p -m 700 "$dir"; fi
  cd "$dir"
  if ! as_owner "$bin/initdb" -D "$dir/data" -U app --auth=trust --encoding=UTF8 --locale=C.UTF-8 --no-instructions --no-sync \
      > "$dir/initdb.log" 2>&1; then
    cat "$dir/initdb.log" >&2
    exit 1
  fi
  # The log belongs to the server, so that pg_ctl's parent does not keep our stdout open.
  as_owner "$bin/pg_ctl" -D "$dir/data" -w -t 60 -s -l "$dir/log" \
    -o "-p $port -c listen_addresses=127.0.0.1 -c unix_socket_directories=$dir -c max_connections=1000 ${PG_ARGS:-}" start
  head -n 1 "$dir/data/postmaster.pid"
}

stop() {
  [ -f "$dir/data/postmaster.pid" ] || return 0
  cd "$dir"
  as_owner "$bin/pg_ctl" -D "$dir/data" -w -t 60 -m fast -s stop
}

[ $# -ge 2 ] || usage
verb=$1 dir=$2
bin=$(find_bin)
case "$verb" in
  start) [ $# -eq 3 ] || usage; start "$3" ;;
  stop) stop ;;
  *) usage ;;
esac
