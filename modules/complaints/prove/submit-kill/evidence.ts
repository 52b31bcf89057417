// Reads what is left after the proof: rows of the region and letters, once nothing is on its way any more.
import { faultOf } from '@zhkh/kernel/db.server';
import type { Sql } from 'postgres';
import type { ComplaintRow, Letter } from './check.ts';

/** Waits until no delivery, letter or event is open. `hasten` forgets leases and pauses, for short runs. */
export async function drain(
  sql: Sql,
  schema: string,
  options: { ms: number; hasten: boolean },
): Promise<{ drained: boolean; seconds: number }> {
  const started = Date.now();
  while (Date.now() - started < options.ms) {
    if ((await openWorkOnceBack(sql, schema, options.hasten)) === 0)
      return { drained: true, seconds: (Date.now() - started) / 1000 };
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  return { drained: false, seconds: options.ms / 1000 };
}

/** Null while the server of the last kill is not back yet: that is no violation, only not the end. */
async function openWorkOnceBack(sql: Sql, schema: string, hasten: boolean): Promise<number | null> {
  try {
    if (hasten) await forgetPauses(sql, schema);
    return await openWork(sql, schema);
  } catch (error) {
    if (faultOf(error) === 'away') return null;
    throw error;
  }
}

async function openWork(sql: Sql, schema: string): Promise<number> {
  const [row] = await sql<{ n: number }[]>`select
    (select count(*) from ${sql(`${schema}.complaint_delivery`)} where state = 'waiting' and channel = 'letter')::int
    + (select count(*) from ${sql(`${schema}.event_delivery`)} where state = 'waiting')::int
    + (select count(*) from ${sql(`${schema}.outgoing_message`)} where state = 'waiting')::int as n`;
  return row?.n ?? 0;
}

async function forgetPauses(sql: Sql, schema: string): Promise<void> {
  const delivery = sql(`${schema}.complaint_delivery`);
  await sql`update ${delivery} set lease_until = now() - interval '1 second' where state = 'waiting' and lease_until < now() + interval '85 seconds'`;
  await sql`update ${delivery} set next_try_at = now() where state = 'waiting' and next_try_at > now()`;
  await sql`update ${sql(`${schema}.outgoing_message`)} set next_try_at = now() where state = 'waiting' and next_try_at > now()`;
}

/** Complaints of this proof: those of its residents. */
export async function complaintsOf(sql: Sql, schema: string, authors: readonly string[]): Promise<ComplaintRow[]> {
  const rows = await sql<{ id: string; key: string; deliveries: ComplaintRow['deliveries'] }[]>`
    select c.id, c.idempotency_key as key,
      coalesce((select jsonb_agg(jsonb_build_object('id', d.id, 'channel', d.channel, 'state', d.state)) from ${sql(`${schema}.complaint_delivery`)} d where d.complaint_id = c.id), '[]') as deliveries
    from ${sql(`${schema}.complaint`)} c where c.author_id in ${sql([...authors])}`;
  return rows;
}

export interface LetterCollector {
  /** Letters of deliveries so far, each receipt of the mail server once. */
  letters(sql: Sql, schema: string): Promise<Letter[]>;
  stop(): void;
}

/** The catcher forgets its oldest letters: they are written down while they come. */
export function collectLetters(catcher: string): LetterCollector {
  const seen = new Map<string, string>();
  const look = async () => {
    const response = await fetch(`${catcher}/api/messages?kind=mail&limit=1000000`).catch(() => null);
    const letters = ((await response?.json()) ?? []) as { id: string; messageId: string | null }[];
    for (const letter of letters) if (letter.messageId) seen.set(letter.id, bare(letter.messageId));
  };
  const timer = setInterval(() => void look().catch(() => undefined), 3000);
  return {
    async letters(sql, schema) {
      await look();
      const known = await sql<{ message_id: string; complaint_id: string }[]>`
        select message_id, complaint_id from ${sql(`${schema}.complaint_delivery`)} where message_id is not null`;
      const complaintOf = new Map(known.map((row) => [bare(row.message_id), row.complaint_id]));
      return [...seen.values()].map((messageId) => ({ messageId, complaintId: complaintOf.get(messageId) ?? null }));
    },
    stop: () => clearInterval(timer),
  };
}

const bare = (messageId: string) => messageId.replace(/^<|>$/g, '');
