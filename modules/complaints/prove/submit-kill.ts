// npm run prove -- submit-kill [--seed N] [--kills N] [--plant no-idempotency] [--short]
// Web, worker and PostgreSQL are killed under load; every receipt shown must be exactly one complaint and one delivery.
import path from 'node:path';
import { parseArgs } from 'node:util';
import { runProof } from './submit-kill/run.ts';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    kills: { type: 'string', default: '54' },
    people: { type: 'string', default: '6' },
    port: { type: 'string', default: '4400' },
    plant: { type: 'string' },
    short: { type: 'boolean', default: false },
  },
});

const outcome = await runProof({
  root: path.resolve(import.meta.dirname, '../../..'),
  seed: Number(values.seed),
  kills: Number(values.kills),
  people: Number(values.people),
  portBase: Number(values.port),
  plant: values.plant === 'no-idempotency' ? values.plant : null,
  short: values.short,
  say: (line) => console.log(line),
});

const kills = Object.entries(outcome.blows).filter(([blow]) => blow !== 'reply dropped');
console.log('\nwhat was tried');
for (const [blow, count] of Object.entries(outcome.blows)) console.log(`  ${blow.padEnd(38)} ${count}`);
console.log(`  kills together                         ${kills.reduce((sum, [, count]) => sum + count, 0)}`);
console.log('\nwhat came of it');
console.log(`  receipts shown                         ${outcome.receipts}`);
console.log(`  complaints in the database             ${outcome.complaints}`);
console.log(`  requests that got no answer            ${outcome.inDoubtRequests}`);
console.log(`  letters received                       ${outcome.letters}`);
console.log(`  of them copies with the same Message-ID ${outcome.lettersInDoubt}`);
console.log(`  drained after                          ${outcome.drainSeconds.toFixed(1)} s`);
console.log(`\nviolations: ${outcome.violations.length}`);
for (const violation of outcome.violations.slice(0, 20)) console.log(`  ${violation}`);
process.exit(outcome.violations.length === 0 ? 0 : 1);
