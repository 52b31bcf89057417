// Queues letters and SMS in the transaction of what they tell about.
// A wrong address is a refusal now, not a surprise in the worker.
import { newId } from '../db/ids.ts';
import { invalid } from '../errors/index.ts';
import type { TenantTransaction } from '../module/context.server.ts';
import type { Tenant } from '../tenancy/tenant.ts';
import type { Clock } from '../time/clock.ts';
import { parseMailAddress } from './mail-address.ts';
import { messageIdFor } from './message-id.server.ts';
import type { LetterInput, Notifier, SmsInput } from './port.server.ts';
import '../db/tables/notify.server.ts';

export interface NotifierOptions {
  tenant: Pick<Tenant, 'slug'>;
  /** Right side of Message-IDs: `ctx.mail.domain`. */
  mailDomain: string;
  db: TenantTransaction;
  clock: Clock;
  /** Called for every queued message; after the commit the worker is asked to look. */
  onQueued?: () => void;
}

/** The same key queued again is the same message: the first one stays. */
export function createNotifier(options: NotifierOptions): Notifier {
  return {
    letter: async (input) => {
      const recipient = parseMailAddress(input.to);
      if (!recipient) throw invalid('platform.bad-email');
      await queue(
        options,
        'mail',
        { ...input, to: recipient },
        {
          subject: input.subject,
          html: input.html ?? null,
          unsubscribe_url: input.unsubscribe ?? null,
        },
      );
    },
    sms: async (input) => {
      if (!/^\+[1-9]\d{6,14}$/.test(input.to)) throw invalid('platform.bad-phone');
      await queue(options, 'sms', input, { subject: '', html: null, unsubscribe_url: null });
    },
  };
}

async function queue(
  options: NotifierOptions,
  channel: 'mail' | 'sms',
  input: LetterInput | SmsInput,
  words: { subject: string; html: string | null; unsubscribe_url: string | null },
): Promise<void> {
  const now = options.clock.now();
  await options.db
    .insertInto('outgoing_message')
    .values({
      id: newId(),
      key: input.key,
      channel,
      recipient: input.to,
      ...words,
      text: input.text,
      purpose: input.purpose,
      message_id: messageIdFor(options.tenant.slug, input.key, options.mailDomain),
      state: 'waiting',
      next_try_at: now,
      expires_at: input.expiresAt ?? null,
      last_error: null,
      created_at: now,
    })
    .onConflict((oc) => oc.column('key').doNothing())
    .execute();
  options.onQueued?.();
}
