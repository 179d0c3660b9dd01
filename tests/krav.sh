#!/usr/bin/env bash
# Writes docs/krav.md (requirement → tests and scenarios) afresh.
set -euo pipefail
cd "$(dirname "$0")/.."
CASEFLOW_CHECK=true CASEFLOW_WRITE_KRAV=true dotnet test tests/CaseFlow.Architecture.Tests --nologo -v q \
  --filter "FullyQualifiedName~KravTests.The_list_of_requirements_is_fresh"
git --no-pager diff --stat -- docs/krav.md
