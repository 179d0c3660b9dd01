// Reads a mutation report and prints the score of each file, and every change that no test noticed.
// Usage: node mutation-score.mjs mutation-report.json
import { readFileSync } from 'node:fs';

const report = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const noticed = new Set(['Killed', 'Timeout']);
const unnoticed = new Set(['Survived', 'NoCoverage']);
const total = { noticed: 0, counted: 0 };
const left = [];

for (const [path, file] of Object.entries(report.files).sort(([a], [b]) => a.localeCompare(b))) {
  const name = path.replaceAll('\\', '/').replace(/^.*CaseFlow\.Cases\//, '');
  const lines = file.source.split(/\r?\n/);
  const counted = file.mutants.filter((m) => noticed.has(m.status) || unnoticed.has(m.status));
  if (counted.length === 0) continue;
  const hits = counted.filter((m) => noticed.has(m.status)).length;
  total.noticed += hits;
  total.counted += counted.length;
  console.log(`${name}: ${hits} of ${counted.length} (${percent(hits, counted.length)})`);
  for (const mutant of counted.filter((m) => unnoticed.has(m.status))) {
    const at = mutant.location.start.line;
    left.push(`${name}:${at} ${mutant.status} ${mutant.mutatorName}\n    ${lines[at - 1].trim()}\n    -> ${(mutant.replacement ?? '').replace(/\s+/g, ' ').slice(0, 160)}`);
  }
}

console.log(`all: ${total.noticed} of ${total.counted} (${percent(total.noticed, total.counted)})`);
if (left.length > 0) console.log(`not noticed:\n${left.join('\n')}`);

function percent(part, whole) {
  return `${((100 * part) / Math.max(whole, 1)).toFixed(1)} %`;
}
