// An end: its subscribers are to be told.
import { defineHandler } from '@zhkh/kernel/module.server';
import { outageEnded } from '../contract.ts';
import { queueTelling } from '../core/queue-telling.server.ts';

export const onEnded = defineHandler({
  id: 'outages.on-ended',
  event: outageEnded,
  run: (ctx, w, { outageId }) => queueTelling(ctx, w, outageId, 'now'),
});
