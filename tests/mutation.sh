#!/usr/bin/env bash
# Mutation testing: changes the code of a subject in one place at a time and sees whether that subject's own tests notice.
# Prints the score of each file and every change that nobody noticed. docs/mutation.md has the figures and the reasons.
#
#   tests/mutation.sh                    Sorting, Preparation and Decisions
#   tests/mutation.sh Decisions          one subject, as its folder in src/CaseFlow.Cases is called
#   tests/mutation.sh Sorting/SortingRules.cs
#
#   CASEFLOW_MUTATION_WORK   a folder to work in that is kept, so that the next run builds only what changed
#
# It works in a copy, since the changed assembly takes the place of the built one. In the copy stand only the subjects'
# tests and what these share: a filter would do the same, but the tool then finds no result for the tests that it left out.
# Not part of check.sh: two or three hundred changes cost a few seconds each, every time.
set -euo pipefail
cd "$(dirname "$0")/.."

home=$PWD
subjects=("$@")
[ ${#subjects[@]} -gt 0 ] || subjects=(Sorting Preparation Decisions)
work=${CASEFLOW_MUTATION_WORK:-}
if [ -z "$work" ]; then
  work=$(mktemp -d)
  trap 'rm -rf "$work"' EXIT
fi
mkdir -p "$work"

mutate=() tests=()
for subject in "${subjects[@]}"; do
  folder=${subject%%/*}
  [ -d "src/CaseFlow.Cases/$folder" ] || { echo "mutation: there is no src/CaseFlow.Cases/$folder" >&2; exit 2; }
  [ -d "tests/CaseFlow.Cases.Tests/$folder" ] || { echo "mutation: there are no tests in tests/CaseFlow.Cases.Tests/$folder" >&2; exit 2; }
  if [ "$subject" = "$folder" ]; then mutate+=(--mutate "$folder/**/*.cs"); else mutate+=(--mutate "$subject"); fi
  tests+=(! -path "*/CaseFlow.Cases.Tests/$folder/*")
done

# What was deleted since the last run must not linger; what is unchanged keeps its time, so that it is not built again.
find "$work" -name '*.cs' ! -path '*/obj/*' -delete
git ls-files -co --exclude-standard -- '*.sln' '*.props' BannedSymbols.txt global.json .config .editorconfig src tests/stryker-config.json tests/CaseFlow.Cases.Tests \
  | while read -r file; do if [ -f "$file" ]; then printf '%s\0' "$file"; fi; done | tar cf - --null -T - | tar xf - -C "$work"
find "$work/tests/CaseFlow.Cases.Tests" -mindepth 2 -name '*.cs' ! -path '*/obj/*' \
  ! -path '*/Storage/TestDatabases.cs' ! -path '*/Organisation/Example.cs' "${tests[@]}" -delete

cd "$work/tests/CaseFlow.Cases.Tests"
dotnet tool restore --verbosity quiet >"$work/mutation.log"
# RunAnalyzers is read by the build that the tool starts.
RunAnalyzers=false dotnet stryker -f ../stryker-config.json "${mutate[@]}" --skip-version-check --output "$work/report" >>"$work/mutation.log" 2>&1 \
  || { tail -n 40 "$work/mutation.log" >&2; exit 1; }
node "$home/tests/mutation-score.mjs" "$work/report/reports/mutation-report.json"
