// Takes due letters for one worker: a lease by the database's clock, so a killed worker's letters are taken again.
import { sql } from 'kysely';
import type { Context } from '@zhkh/kernel/module.server';

export interface ClaimedLetter {
  id: string;
  complaintId: string;
  round: number;
  companyId: string;
  recipient: string;
  messageId: string;
  tries: number;
  /** An earlier try may have got through: the same Message-ID goes again. */
  inDoubt: boolean;
}

const LEASE_SECONDS = 90;

export async function claimLetters(ctx: Context, limit: number): Promise<ClaimedLetter[]> {
  const now = ctx.clock.now();
  return ctx.write(async (w) => {
    const due = w.db
      .selectFrom('complaint_delivery')
      .select(['id'])
      .where('channel', '=', 'letter')
      .where((eb) =>
        eb.or([
          eb.and([eb('state', '=', 'pending'), eb('next_try_at', '<=', now)]),
          eb.and([eb('state', '=', 'sending'), eb('lease_until', '<', sql<Date>`now()`)]),
        ]),
      )
      .orderBy('next_try_at')
      .limit(limit)
      .forUpdate()
      .skipLocked();
    const rows = await w.db
      .updateTable('complaint_delivery')
      .set((eb) => ({
        in_doubt: sql<boolean>`in_doubt or state = 'sending'`,
        state: 'sending' as const,
        tries: eb('tries', '+', 1),
        lease_until: sql<Date>`now() + make_interval(secs => ${LEASE_SECONDS})`,
      }))
      .where('id', 'in', due)
      .returning(['id', 'complaint_id', 'round', 'company_id', 'recipient', 'message_id', 'tries', 'in_doubt'])
      .execute();
    return rows.map((row) => ({
      id: row.id,
      complaintId: row.complaint_id,
      round: row.round,
      companyId: row.company_id ?? '',
      recipient: row.recipient ?? '',
      messageId: row.message_id ?? '',
      tries: row.tries,
      inDoubt: row.in_doubt,
    }));
  });
}
