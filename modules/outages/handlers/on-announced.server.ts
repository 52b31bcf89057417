// A new outage: its subscribers are to be told.
import { defineHandler } from '@zhkh/kernel/module.server';
import { outageAnnounced } from '../contract.ts';
import { queueTelling } from '../core/queue-telling.server.ts';

export const onAnnounced = defineHandler({
  id: 'outages.on-announced',
  event: outageAnnounced,
  run: (ctx, w, { outageId }) => queueTelling(ctx, w, outageId, 'now'),
});
