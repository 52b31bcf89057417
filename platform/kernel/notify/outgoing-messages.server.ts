// Letters and SMS as work: claimed under a lease, sent, and written down with what came of it.
import { sql } from 'kysely';
import type { JobContext } from '../module/context.server.ts';
import { defineWork } from '../work/define-work.server.ts';
import type { RowOf } from '../work/work-types.ts';
import { judgeFailure, MESSAGE_RETRY } from './judge-failure.ts';
import { sendFailure } from './send-failure.ts';
import '../db/tables/notify.server.ts';

type Message = RowOf<'outgoing_message'>;

/** No text and no recipient in the subject: operators see that something is stuck, not what it says. */
export const outgoingMessages = defineWork<'outgoing_message'>({
  id: 'platform.send-messages',
  title: 'platform:works.messages',
  table: 'outgoing_message',
  hold: 'lease',
  subject: sql<string>`purpose`,
  ready: (ctx) => sql<boolean>`channel = any(${channelsOf(ctx)}::text[])`,
  retry: MESSAGE_RETRY,
  lease: 90_000,
  atOnce: 5,
  judge: judgeFailure,
  async failed(_ctx, w, message, { state }) {
    if (state === 'parked' && isSecret(message))
      await w.db.updateTable('outgoing_message').set(blank).where('id', '=', message.id).execute();
  },
  async run(ctx, message) {
    const now = ctx.clock.now();
    if (message.expires_at && message.expires_at <= now) throw sendFailure('permanent', 'Too late to be of use');
    if (isSecret(message) && message.text === '')
      throw sendFailure('permanent', 'Its text is erased: a new one must be asked for');
    const { response } = await hand(ctx, message);
    const sent = { sent_at: ctx.clock.now(), last_error: response.slice(0, 300), ...(isSecret(message) && blank) };
    await outgoingMessages.done(ctx.db, message, ctx.clock.now(), sent);
  },
});

/** Codes and links of sign-in must not outlive their sending. */
const blank = { text: '', html: null };
const isSecret = (message: Message) => message.purpose.startsWith('auth.');

/** A provider whose breaker is open gets no messages for now. */
function channelsOf(ctx: JobContext): Message['channel'][] {
  return [...(ctx.mail.available() ? (['mail'] as const) : []), ...(ctx.sms.available() ? (['sms'] as const) : [])];
}

function hand(ctx: JobContext, message: Message): Promise<{ response: string }> {
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
