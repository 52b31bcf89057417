// A module of the kernel's tests: its events leave rows of `setting`, so a handler that ran twice is caught.
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { jsonb } from '../../db/json.server.ts';
import type { Context, Write } from '../../module/context.server.ts';
import { defineEvent } from '../../module/define-contract.ts';
import { defineHandler, defineJob, defineModule, type JobDefinition } from '../../module/define-module.server.ts';

export const marked = defineEvent('probe.marked@1', z.strictObject({ key: z.string(), ms: z.int().default(0) }));
export const poisoned = defineEvent('probe.poisoned@1', z.strictObject({ key: z.string() }));

export async function leaveMark(ctx: Context, w: Pick<Write, 'db'>, key: string): Promise<void> {
  const row = { module: `mark ${key}`, value: jsonb<unknown>({}), changed_at: ctx.clock.now(), changed_by: null };
  await w.db.insertInto('setting').values(row).execute();
}

export const marksIn = async (ctx: Context): Promise<string[]> => {
  const rows = await ctx.db.selectFrom('setting').select('module').where('module', 'like', 'mark %').orderBy('module').execute();
  return rows.map((row) => row.module.slice(5));
};

/** What the poisoned handler does; a test heals it by replacing this. */
export const cure = { poison: true };

export const probeJobs = {
  runs: [] as string[],
  fail: false,
  hang: false,
};

const hinted = defineJob({
  id: 'probe.look',
  timeout: 400,
  attempts: 2,
  async run(ctx, signal) {
    probeJobs.runs.push(`look ${ctx.tenant.slug}`);
    if (probeJobs.fail) throw new Error('the probe fails');
    if (probeJobs.hang) await sleep(5000, undefined, { signal });
  },
});

const nightly = defineJob({
  id: 'probe.nightly',
  timeout: 2000,
  attempts: 2,
  cron: '0 2 * * *',
  async run(ctx) {
    probeJobs.runs.push(`nightly ${ctx.tenant.slug}`);
    await sleep(20);
  },
});

export const jobs: readonly JobDefinition[] = [hinted, nightly];

export const probe = defineModule({
  id: 'probe',
  title: 'probe:title',
  description: 'probe:description',
  needs: [],
  uses: [],
  alwaysOn: true,
  permissions: { module: 'probe', names: {}, rules: () => undefined },
  settings: z.strictObject({ size: z.int().default(3) }),
  events: [marked, poisoned],
  handlers: [
    defineHandler({
      id: 'probe.on-marked',
      event: marked,
      async run(ctx, w, { key, ms }) {
        if (ms > 0) await sleep(ms);
        await leaveMark(ctx, w, key);
      },
    }),
    defineHandler({
      id: 'probe.on-poisoned',
      event: poisoned,
      async run(ctx, w, { key }) {
        await leaveMark(ctx, w, key);
        if (cure.poison) throw new Error('cannot swallow this');
      },
    }),
  ],
  jobs,
  services: [],
  plugs: [],
  slots: [],
  views: [],
  endpoints: [],
  tables: [],
});
