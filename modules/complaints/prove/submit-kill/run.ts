// One run of the proof from an empty folder to a verdict.
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { startStack } from '@zhkh/tools/local.server';
import postgres from 'postgres';
import { check, type Verdict } from './check.ts';
import { collectLetters, complaintsOf, drain } from './evidence.ts';
import { submitForever } from './load.ts';
import { type Blow, startNemesis } from './nemesis.ts';
import { setStage } from './people.ts';
import { seeded } from '@zhkh/tools/testing/seeded';

export interface RunOptions {
  root: string;
  seed: number;
  kills: number;
  people: number;
  portBase: number;
  plant: 'no-idempotency' | null;
  /** Short runs forget leases and pauses instead of waiting for them. */
  short: boolean;
  say(line: string): void;
}

export interface Outcome extends Verdict {
  blows: Record<Blow, number>;
  drainSeconds: number;
}

const SCHEMA = 'region_tyumen';

export async function runProof(options: RunOptions): Promise<Outcome> {
  const { portBase: base, say } = options;
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'zhkh-submit-kill-'));
  const ports = {
    postgres: base,
    portal: base + 1,
    partner: base + 2,
    superadmin: base + 3,
    worker: base + 4,
    catcher: base + 5,
    smtp: base + 6,
  };
  const smtpThroughProxy = base + 7;
  const env = {
    ...process.env,
    DATABASE_URL: undefined,
    DATABASE_OWNER_URL: undefined,
    SMTP_URL: `smtp://127.0.0.1:${smtpThroughProxy}`,
  };
  say('starting PostgreSQL, one region with demo data, web, worker and mail server');
  const stack = await startStack({
    root: options.root,
    dataDir,
    ports,
    env,
    regions: ['tyumen'],
    only: ['catcher', 'worker', 'portal'],
  });
  try {
    const sql = postgres(stack.postgres?.superuserUrl ?? stack.ownerUrl, {
      max: 2,
      onnotice: () => undefined,
      connect_timeout: 20,
    });
    const stage = await setStage(sql, SCHEMA, options.people);
    const nemesis = await startNemesis(stack, seeded(options.seed), smtpThroughProxy);
    const collector = collectLetters(stack.urls.catcher);
    const stopping = new AbortController();
    const site = { port: nemesis.webPort, host: `tyumen.localhost:${ports.portal}` };
    const load = submitForever({ site, stage, stopping: stopping.signal, plant: options.plant, pauseMs: 60 });
    load.catch(() => undefined);
    say(`${options.people} people submit; killing ${options.kills} times (seed ${options.seed})`);
    await Promise.race([nemesis.run(options.kills), load]);
    stopping.abort();
    const submissions = await load;
    say('no more kills; waiting until nothing is on its way');
    const { drained, seconds } = await drain(sql, SCHEMA, { ms: options.short ? 30_000 : 300_000, hasten: options.short });
    const rows = await complaintsOf(
      sql,
      SCHEMA,
      stage.residents.map((resident) => resident.accountId),
    );
    const verdict = check(submissions, rows, await collector.letters(sql, SCHEMA));
    if (!drained) verdict.violations.push(`work was still open after ${seconds} s`);
    collector.stop();
    await nemesis.close();
    await sql.end({ timeout: 2 });
    return { ...verdict, blows: nemesis.counts, drainSeconds: seconds };
  } finally {
    await stack.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}
