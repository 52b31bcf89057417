// One import in a process of its own, so that its memory is its own. Told what to do by the first argument, answers with one line of JSON.
import { type Addresses, openContext, runImport } from '@zhkh/imports/testing';

const job = JSON.parse(process.argv[2] ?? '{}') as { addresses: Addresses; connector: string; filePath: string };
const region = await openContext(job.addresses);
const started = performance.now();
const report = await runImport(region.ctx, { connector: job.connector, filePath: job.filePath });
const seconds = (performance.now() - started) / 1000;
await region.close();
process.stdout.write(JSON.stringify({ report, seconds, megabytes: process.resourceUsage().maxRSS / 1000 }));
