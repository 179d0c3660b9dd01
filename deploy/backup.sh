#!/usr/bin/env bash
# A consistent copy of everything CaseFlow keeps, taken while it runs.
#   deploy/backup.sh DIR                       SQLite in $CASEFLOW_DATA (default ./data)
#   deploy/backup.sh DIR "postgresql://..."    PostgreSQL, by pg_dump
# Writes DIR/caseflow-<UTC time>.tar.gz and its SHA-256 beside it, and prints the file's name.
# The archive holds the keys that protect cookies: keep it as secret as the database.
set -euo pipefail
[ $# -ge 1 ] || { sed -n '2,6p' "$0"; exit 2; }
root=$(cd "$(dirname "$0")/.." && pwd)
mkdir -p "$1"
target=$(cd "$1" && pwd)
url=${2:-}
data=${CASEFLOW_DATA:-$root/data}
name="caseflow-$(date -u +%Y%m%dT%H%M%SZ)"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
umask 077
mkdir "$work/$name"

if [ -n "$url" ]; then
  command -v pg_dump >/dev/null || { echo "pg_dump is missing: apt-get install postgresql-client" >&2; exit 1; }
  pg_dump --format=custom --no-owner --file="$work/$name/caseflow.dump" "$url"
else
  command -v sqlite3 >/dev/null || { echo "sqlite3 is missing: apt-get install sqlite3" >&2; exit 1; }
  [ -f "$data/caseflow.db" ] || { echo "No database at $data/caseflow.db" >&2; exit 1; }
  # The online backup, read-only: a second connection must never checkpoint beside the running server.
  sqlite3 -readonly "$data/caseflow.db" ".timeout 10000" ".backup '$work/$name/caseflow.db'"
  [ "$(sqlite3 "$work/$name/caseflow.db" 'PRAGMA integrity_check')" = ok ] || { echo "The copy fails its integrity check" >&2; exit 1; }
fi
if [ -d "$data/keys" ]; then cp -R "$data/keys" "$work/$name/keys"; fi

tar -C "$work" -czf "$target/$name.tar.gz.part" "$name"
mv "$target/$name.tar.gz.part" "$target/$name.tar.gz"
(cd "$target" && sha256sum "$name.tar.gz" > "$name.tar.gz.sha256")
echo "$target/$name.tar.gz"
