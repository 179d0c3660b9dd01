#!/usr/bin/env bash
# Puts a copy made by deploy/backup.sh back. CaseFlow must be stopped.
#   deploy/restore.sh FILE                       SQLite into $CASEFLOW_DATA (default ./data); what is there is moved aside, never deleted
#   deploy/restore.sh FILE "postgresql://..."    PostgreSQL, into an empty database, by pg_restore
# Mail that was waiting when the copy was taken is still waiting in it: read deploy/README.md before the first start.
set -euo pipefail
[ $# -ge 1 ] || { sed -n '2,5p' "$0"; exit 2; }
root=$(cd "$(dirname "$0")/.." && pwd)
file=$1
url=${2:-}
data=${CASEFLOW_DATA:-$root/data}
[ -f "$file" ] || { echo "No such file: $file" >&2; exit 1; }
if [ -f "$file.sha256" ]; then (cd "$(dirname "$file")" && sha256sum --check --quiet "$(basename "$file").sha256"); fi

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
umask 077
tar -C "$work" -xzf "$file"
copy=$(find "$work" -mindepth 1 -maxdepth 1 -type d | head -n 1)

if [ -n "$url" ]; then
  [ -f "$copy/caseflow.dump" ] || { echo "$file holds no PostgreSQL dump" >&2; exit 1; }
  tables=$(psql "$url" -At -c "select count(*) from information_schema.tables where table_schema not in ('pg_catalog', 'information_schema')")
  [ "$tables" = 0 ] || { echo "The database is not empty ($tables tables); restore into a new one" >&2; exit 1; }
  pg_restore --no-owner --exit-on-error --single-transaction --dbname="$url" "$copy/caseflow.dump"
else
  [ -f "$copy/caseflow.db" ] || { echo "$file holds no SQLite database" >&2; exit 1; }
  if command -v fuser >/dev/null && fuser -s "$data/caseflow.db" 2>/dev/null; then
    echo "$data/caseflow.db is in use: stop CaseFlow first" >&2
    exit 1
  fi
  mkdir -p "$data"
  aside="$data/before-restore-$(date -u +%Y%m%dT%H%M%SZ)"
  for part in caseflow.db caseflow.db-wal caseflow.db-shm; do
    # A write-ahead log left beside another database would be played into it.
    if [ -e "$data/$part" ]; then mkdir -p "$aside"; mv "$data/$part" "$aside/"; fi
  done
  cp "$copy/caseflow.db" "$data/caseflow.db"
fi
if [ -d "$copy/keys" ]; then mkdir -p "$data/keys"; cp -R "$copy/keys/." "$data/keys/"; fi
if [ -n "$url" ]; then where="the PostgreSQL database"; else where=$data; fi
echo "Restored ${file##*/} into $where"
