// The bare server `bench -- intake` is held against: node http and postgres.js, the same transaction.
import { createServer, type IncomingMessage } from 'node:http';
import postgres from 'postgres';
import { v7 } from 'uuid';
import type { BareSettings, Sample } from './settings.ts';

const settings = JSON.parse(process.argv[2] ?? '{}') as BareSettings;
const sql = postgres(settings.url, { max: settings.pool, fetch_types: false, onnotice: () => undefined });
const { sample } = settings;

createServer((request, response) => {
  void take(request)
    .then((id) => response.writeHead(302, { Location: `/complaints/${id}` }).end())
    .catch((error: unknown) => response.writeHead(500).end(String(error)));
}).listen(settings.port, '127.0.0.1', () => process.send?.('ready'));

process.on('disconnect', () => process.exit(0));

async function take(request: IncomingMessage): Promise<string> {
  const form = new URLSearchParams(await bodyOf(request));
  const key = form.get('idempotencyKey') ?? '';
  const body = form.get('body') ?? '';
  return sql.begin(async (tx) => {
    const id = v7();
    const complaint = { ...datesOf(sample.complaint), id, idempotency_key: key, body };
    const deliveries = JSON.stringify(sample.deliveries.map((row) => ({ ...row, id: v7(), complaint_id: id })));
    const events = JSON.stringify(sample.events.map((row) => ({ ...row, id: v7(), complaint_id: id })));
    const [made] = await tx`
      with made as (insert into complaint ${tx(complaint)} on conflict (author_id, idempotency_key) do nothing returning id),
        sent as (insert into complaint_delivery select * from jsonb_populate_recordset(null::complaint_delivery, ${deliveries}::text::jsonb) where exists (select 1 from made)),
        told as (insert into complaint_event select * from jsonb_populate_recordset(null::complaint_event, ${events}::text::jsonb) where exists (select 1 from made))
      select id from made`;
    if (!made)
      return (
        await tx`select id from complaint where author_id = ${sample.complaint.author_id as string} and idempotency_key = ${key}`
      )[0]?.id as string;
    return id;
  });
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) text += chunk;
  return text;
}

/** JSON carried the sample here: its times are text again. */
function datesOf(row: Sample['complaint']) {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name,
      name.endsWith('_at') && typeof value === 'string' ? new Date(value) : value,
    ]),
  );
}
