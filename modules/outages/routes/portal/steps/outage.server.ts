// What the forms of one outage do: move its end, finish it, cancel it.
import type { Context } from '@zhkh/kernel/module.server';
import type { z } from 'zod';
import { cancelOutage } from '../../../commands/cancel-outage.server.ts';
import { finishOutage } from '../../../commands/finish-outage.server.ts';
import { moveEnd } from '../../../commands/move-end.server.ts';
import { cancelForm, finishForm, moveForm } from '../../../domain/schemas.ts';

export const stepForms = { move: moveForm, finish: finishForm, cancel: cancelForm };

type Sent =
  | ({ intent: 'move' } & z.output<typeof moveForm>)
  | ({ intent: 'finish' } & z.output<typeof finishForm>)
  | ({ intent: 'cancel' } & z.output<typeof cancelForm>);

export async function outageStep(ctx: Context, outageId: string, sent: Sent): Promise<'moved' | 'finished' | 'cancelled'> {
  if (sent.intent === 'move') await moveEnd(ctx, { outageId, revision: sent.revision, endsAt: sent.endsAt, reason: sent.reason });
  if (sent.intent === 'finish') await finishOutage(ctx, { outageId, revision: sent.revision, reason: sent.reason });
  if (sent.intent === 'cancel') await cancelOutage(ctx, { outageId, revision: sent.revision, reason: sent.reason });
  return ({ move: 'moved', finish: 'finished', cancel: 'cancelled' } as const)[sent.intent];
}
