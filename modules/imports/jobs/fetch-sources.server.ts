// Fetches due sources every five minutes, and when somebody says «now».
import { defineJob } from '@zhkh/kernel/module.server';
import { fetchSources as fetchDue } from '../commands/fetch-sources.server.ts';

export const fetchSources = defineJob({
  id: 'imports.fetch-sources',
  timeout: 4 * 3_600_000,
  attempts: 1,
  cron: '*/5 * * * *',
  run: async (ctx, signal) => {
    const started = await fetchDue(ctx, signal);
    if (started > 0) ctx.log.info({ started }, 'scheduled sources');
  },
});
