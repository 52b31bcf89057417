// Reads back the rows one complaint made: the bare server writes the same, and both are compared.
import type { Sql } from 'postgres';
import type { Sample } from './settings.ts';

/** Made anew for every complaint by either side, or counted by the database. */
const OWN = ['id', 'number', 'idempotency_key', 'complaint_id', 'body'];

export async function sampleOf(sql: Sql, complaintId: string): Promise<Sample> {
  const [complaint] = await sql`select * from complaint where id = ${complaintId}`;
  const deliveries = await sql`select * from complaint_delivery where complaint_id = ${complaintId} order by channel`;
  const events = await sql`select * from complaint_event where complaint_id = ${complaintId} order by kind`;
  if (!complaint) throw new Error('The first complaint did not arrive');
  return { complaint: withoutOwn(complaint), deliveries: deliveries.map(withoutOwn), events: events.map(withoutOwn) };
}

function withoutOwn(row: Record<string, unknown>): Sample['complaint'] {
  return Object.fromEntries(Object.entries(row).filter(([name]) => !OWN.includes(name))) as Sample['complaint'];
}

/** Names of the columns in which two samples differ beyond moments and per-letter ids. */
export function differences(a: Sample, b: Sample): string[] {
  const rows = (sample: Sample) => [sample.complaint, ...sample.deliveries, ...sample.events];
  const [left, right] = [rows(a), rows(b)];
  if (left.length !== right.length) return [`${left.length} rows against ${right.length}`];
  return left.flatMap((row, index) =>
    Object.keys(row).filter((name) => !mayDiffer(name) && JSON.stringify(row[name]) !== JSON.stringify(right[index]?.[name])),
  );
}

const mayDiffer = (name: string) =>
  name.endsWith('_at') ||
  ['at', 'message_id', 'fingerprint', 'search_text', 'react_until'].includes(name) ||
  name.startsWith('answer_due');
