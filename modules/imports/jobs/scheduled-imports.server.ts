// Imports the files of the inbox folder every night.
import { defineJob } from '@zhkh/kernel/module.server';
import { loadInbox } from '../commands/load-inbox.server.ts';

export const scheduledImports = defineJob({
  id: 'imports.scheduled-imports',
  timeout: 4 * 3_600_000,
  attempts: 1,
  cron: '30 1 * * *',
  run: async (ctx, signal) => {
    const loaded = await loadInbox(ctx, { signal });
    ctx.log.info({ loaded }, 'inbox loaded');
  },
});
