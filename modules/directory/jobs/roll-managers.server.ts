// Every night: houses whose new company's term begins (or old one's ends) today get their manager, and neighbours are told.
import { defineJob } from '@zhkh/kernel/module.server';
import { applyManagers } from '../commands/apply-managers.server.ts';

export const rollManagers = defineJob({
  id: 'directory.roll-managers',
  timeout: 120_000,
  attempts: 5,
  cron: '5 0 * * *',
  run: async (ctx) => {
    const changed = await ctx.write((w) => applyManagers(ctx, w));
    ctx.log.info({ changed }, 'managers rolled');
  },
});
