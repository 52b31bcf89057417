// Every night: refused rows and files past their time go.
import { defineJob } from '@zhkh/kernel/module.server';
import { sweepImports as sweep } from '../commands/sweep-imports.server.ts';

export const sweepImports = defineJob({
  id: 'imports.sweep-imports',
  timeout: 30 * 60_000,
  attempts: 3,
  cron: '50 3 * * *',
  run: async (ctx, signal) => {
    const swept = await sweep(ctx, signal);
    if (swept.rows + swept.files > 0) ctx.log.info({ ...swept }, 'imports swept');
  },
});
