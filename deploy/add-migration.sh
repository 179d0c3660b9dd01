#!/usr/bin/env bash
# Writes the migration that brings both databases to the model in the code.
#   deploy/add-migration.sh NAME      adds a migration
#   deploy/add-migration.sh --reset   writes the one migration "Initial" anew; only before the first release
#   deploy/add-migration.sh --check   fails when the model has changes that no migration holds
set -euo pipefail
cd "$(dirname "$0")/.."

project=src/CaseFlow.Cases
startup=deploy/migrations
declare -A folder=([SqliteCaseFlowDb]=Storage/Migrations/Sqlite [PostgreSqlCaseFlowDb]=Storage/Migrations/PostgreSql)

[ $# -eq 1 ] || { sed -n '2,5p' "$0" >&2; exit 2; }

build() { dotnet build "$startup/CaseFlow.Migrations.csproj" -m:1 -v q --nologo -p:RunAnalyzers=false; }
ef() { dotnet ef "$@" --project "$project" --startup-project "$startup" --no-build; }

dotnet tool restore > /dev/null
name=$1
if [ "$name" = --reset ]; then
  name=Initial
  for context in "${!folder[@]}"; do rm -rf "${project:?}/${folder[$context]}"; done
fi
build

for context in "${!folder[@]}"; do
  if [ "$name" = --check ]; then
    ef migrations has-pending-model-changes --context "$context"
    continue
  fi
  ef migrations add "$name" --context "$context" -o "${folder[$context]}"
  # dotnet ef writes a byte order mark, which .editorconfig does not want.
  sed -i '1s/^\xEF\xBB\xBF//' "$project/${folder[$context]}"/*.cs
done
