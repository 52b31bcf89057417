// How a resident is told: SMS to the account's number, letters to an address that its owner confirmed.
import { createHash, randomBytes } from 'node:crypto';
import { invalid } from '@zhkh/kernel/errors';
import type { Context } from '@zhkh/kernel/module.server';
import { layLetter, parseMailAddress } from '@zhkh/kernel/notify.server';
import { subscriberOf } from '../core/subscriber.server.ts';
import { wordsOf } from '../core/words.server.ts';
import { ensureReader } from './subscribe.server.ts';

const CONFIRM_MS = 48 * 3_600_000;

export const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');

export interface Ways {
  bySms: boolean;
  byMail: boolean;
  email: string;
}

/** A new address gets one letter with a link; until it is followed nothing else goes there. */
export async function chooseWays(ctx: Context, ways: Ways): Promise<{ confirming: boolean }> {
  const accountId = subscriberOf(ctx);
  const email = ways.byMail ? parseMailAddress(ways.email) : null;
  if (ways.byMail && !email) throw invalid('outages.email', { fields: { email: { key: 'platform:form.email' } } });
  const now = ctx.clock.now();
  return ctx.write(async (w) => {
    await ensureReader(w, accountId, now);
    const reader = w.db.selectFrom('outage_reader').selectAll().where('account_id', '=', accountId).forUpdate();
    const known = await reader.executeTakeFirstOrThrow();
    const same = email !== null && known.email === email;
    const waiting = same && known.confirm_until !== null && known.confirm_until > now;
    const confirming = email !== null && !(same && known.email_confirmed_at) && !waiting;
    const token = confirming ? randomBytes(24).toString('base64url') : null;
    const fresh = { email, email_confirmed_at: null, confirm_hash: null, confirm_until: null };
    const asked = token ? { ...fresh, confirm_hash: hashOf(token), confirm_until: new Date(now.getTime() + CONFIRM_MS) } : {};
    await w.db
      .updateTable('outage_reader')
      .set({ by_sms: ways.bySms, by_mail: ways.byMail, ...(email === null ? fresh : asked), updated_at: now })
      .where('account_id', '=', accountId)
      .execute();
    if (token && email) await w.notify.letter({ ...confirmLetter(ctx, token), to: email });
    return { confirming: confirming || waiting };
  });
}

function confirmLetter(ctx: Context, token: string) {
  const { t } = wordsOf(ctx);
  const words = layLetter({
    sender: t('letter.sender', { region: ctx.tenant.name }),
    heading: t('confirm.subject'),
    body: [t('confirm.text')],
    button: { label: t('confirm.button'), url: `${ctx.origin}/outages/confirm/${token}` },
    footer: t('confirm.foot'),
  });
  return { key: `outages.confirm.${hashOf(token)}`, subject: t('confirm.subject'), purpose: 'outages.confirm', ...words };
}
