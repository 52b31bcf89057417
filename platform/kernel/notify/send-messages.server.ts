// The worker's run over one region's outgoing messages: claim, send, write down what came of it.
import { z } from 'zod';
import type { Context } from '../module/context.server.ts';
import { defineJob } from '../module/define-module.server.ts';
import { type ClaimedMessage, claimMessages } from './claim-messages.server.ts';
import { afterFailure } from './retry-plan.ts';
import { isSendFailure, type SendFailure, sendFailure } from './send-failure.ts';
import '../db/tables/notify.server.ts';

const BATCH = 25;
const AT_ONCE = 5;

export const sendMessagesJob = defineJob({
  id: 'platform.send-messages',
  input: z.object({}),
  timeout: 5 * 60_000,
  attempts: 1,
  cron: '* * * * *',
  run: (ctx, _input, signal) => sendMessages(ctx, signal),
});

/** Works until nothing is due or the signal says stop. One message's fault is never another's. */
export async function sendMessages(ctx: Context, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const channels = [...(ctx.mail.available() ? (['mail'] as const) : []), ...(ctx.sms.available() ? (['sms'] as const) : [])];
    const claimed = await claimMessages(ctx, channels, BATCH);
    if (claimed.length === 0) return;
    await inParallel(claimed, AT_ONCE, (message) => sendOne(ctx, message));
  }
}

async function sendOne(ctx: Context, message: ClaimedMessage): Promise<void> {
  try {
    if (message.expires_at && message.expires_at <= ctx.clock.now()) throw sendFailure('permanent', 'Too late to be of use');
    const { response } = await hand(ctx, message);
    await settle(ctx, message, { state: 'sent', sent_at: ctx.clock.now(), last_error: response.slice(0, 300) });
  } catch (error) {
    await failed(
      ctx,
      message,
      isSendFailure(error) ? error : sendFailure('temporary', 'Could not be composed', { cause: error }),
    );
    if (!isSendFailure(error)) ctx.log.error({ err: error, messageKey: message.key }, 'message could not be sent');
  }
}

function hand(ctx: Context, message: ClaimedMessage): Promise<{ response: string }> {
  if (message.channel === 'sms') return ctx.sms.send({ key: message.key, to: message.recipient, text: message.text });
  const { message_id: messageId, recipient: to, subject, text, html, unsubscribe_url: unsubscribe } = message;
  return ctx.mail.send({
    messageId,
    to,
    subject,
    text,
    ...(html !== null && { html }),
    ...(unsubscribe !== null && { unsubscribe }),
  });
}

async function failed(ctx: Context, message: ClaimedMessage, failure: SendFailure): Promise<void> {
  const next = afterFailure(failure, { tries: message.tries, createdAt: message.created_at }, ctx.clock.now(), Math.random());
  const doubts = message.doubts + (failure.outcome === 'in-doubt' ? 1 : 0);
  const plan = next.state === 'parked' ? {} : { next_try_at: next.at };
  // A provider that is away refused nobody: the tries of this message are kept for its own faults.
  const unspent = failure.channelDown && failure.outcome === 'temporary' ? { tries: message.tries - 1 } : {};
  await settle(ctx, message, { state: next.state, doubts, last_error: failure.message, ...plan, ...unspent });
  ctx.log.warn(
    { messageId: message.id, purpose: message.purpose, outcome: failure.outcome, tries: message.tries, next: next.state },
    'message not sent',
  );
}

interface Outcome {
  state: 'sent' | 'retry' | 'in_doubt' | 'parked';
  sent_at?: Date;
  doubts?: number;
  tries?: number;
  next_try_at?: Date;
  last_error: string;
}

/** Codes and links of sign-in must not outlive their sending. */
async function settle(ctx: Context, message: ClaimedMessage, outcome: Outcome): Promise<void> {
  const over = outcome.state === 'sent' || outcome.state === 'parked';
  const blank = over && message.purpose.startsWith('auth.') ? { text: '', html: null } : {};
  await ctx.db
    .updateTable('outgoing_message')
    .set({ ...outcome, ...blank, lease_until: null })
    .where('id', '=', message.id)
    .where('state', '=', 'sending')
    .where('tries', '=', message.tries)
    .execute();
}

async function inParallel<T>(items: readonly T[], width: number, work: (item: T) => Promise<void>): Promise<void> {
  const queue = [...items];
  const lane = async () => {
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: width }, lane));
}
