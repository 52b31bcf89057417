// A moved end: its subscribers are to be told.
import { defineHandler } from '@zhkh/kernel/module.server';
import { outageChanged } from '../contract.ts';
import { queueTelling } from '../core/queue-telling.server.ts';

export const onChanged = defineHandler({
  id: 'outages.on-changed',
  event: outageChanged,
  run: (ctx, w, { outageId }) => queueTelling(ctx, w, outageId, 'gather'),
});
