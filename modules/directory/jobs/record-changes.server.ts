// Right after an import, and every night for what was changed by hand: the history gets what is new.
import { defineJob } from '@zhkh/platform/module.server';
import { z } from 'zod';
import { recordChanges as record } from '../commands/record-changes.server.ts';

export const recordChanges = defineJob({
  id: 'directory.record-changes',
  input: z.strictObject({}),
  timeout: 600_000,
  attempts: 5,
  cron: '35 0 * * *',
  run: async (ctx) => {
    const changes = await ctx.write((w) => record(ctx, w));
    ctx.log.info({ changes }, 'changes recorded');
  },
});
