// Reads a company's CSV and keeps it as checked: what it would announce, and which lines it would not.
import { directory } from '@zhkh/directory';
import { imports, type SmallTable } from '@zhkh/imports';
import { invalid } from '@zhkh/kernel/errors';
import { jsonb, newId } from '@zhkh/kernel/db.server';
import type { Context } from '@zhkh/kernel/module.server';
import { isRefused, type ReadRow, readReportRow, type RefusedRow, requiredColumns } from '../domain/report-row.ts';

const MAX_ROWS = 2000;

export interface Upload {
  fileName: string;
  bytes: Uint8Array;
}

export async function checkUpload(ctx: Context, companyId: string, upload: Upload): Promise<string> {
  if (ctx.actor.kind !== 'staff') throw invalid('outages.not-yours');
  const table = ctx.service(imports).readTable(upload.bytes, requiredColumns);
  if (table.rows.length > MAX_ROWS)
    throw invalid('outages.too-many-rows', {
      fields: { file: { key: 'outages:errors.too-many-rows', params: { max: MAX_ROWS } } },
    });
  const { rows, refused } = readRows(table, ctx.tenant.timeZone, ctx.clock.now());
  const own = await ownHouses(ctx, companyId, rows);
  const kept = rows.flatMap((row, at) => (own[at]?.known ? [{ ...row, guids: own[at].houses, addresses: [] }] : []));
  const strangers = rows.flatMap((row, at): RefusedRow[] =>
    own[at]?.known ? [] : [{ line: row.line, field: 'FiasHouseGUID', reason: 'not-yours', raw: rawOf(table, row.line) }],
  );
  const id = newId();
  const all = [...refused, ...strangers].sort((a, b) => a.line - b.line);
  const row = { id, company_id: companyId, account_id: ctx.actor.accountId, file_name: upload.fileName.slice(0, 200) };
  await ctx.write((w) =>
    w.db
      .insertInto('outage_upload')
      .values({
        ...row,
        rows: jsonb(kept) as never,
        refused: jsonb(all) as never,
        created_at: ctx.clock.now(),
        announced_at: null,
      })
      .execute(),
  );
  return id;
}

const rawOf = (table: SmallTable, line: number) => (table.rows.find((one) => one.line === line)?.raw ?? '').slice(0, 1000);

function readRows(table: SmallTable, zone: string, now: Date): { rows: ReadRow[]; refused: RefusedRow[] } {
  const refused = table.broken.map(
    ({ line, raw }): RefusedRow => ({ line, field: '', reason: 'field-count', raw: raw.slice(0, 1000) }),
  );
  const rows: ReadRow[] = [];
  for (const { line, raw, record } of table.rows) {
    const row = readReportRow(record, line, zone);
    if (isRefused(row)) refused.push({ line, ...row, raw: raw.slice(0, 1000) });
    else if (row.endsAt && new Date(row.endsAt) <= now)
      refused.push({ line, field: 'EndDate', reason: 'end-past', raw: raw.slice(0, 1000) });
    else rows.push(row);
  }
  return { rows, refused };
}

/** Every house of a row must be the company's own: with one stranger the row is refused whole. */
async function ownHouses(
  ctx: Context,
  companyId: string,
  rows: readonly ReadRow[],
): Promise<{ known: boolean; houses: string[] }[]> {
  const keys = rows.flatMap((row) => [
    ...row.guids.map((guid) => ({ guid, address: null })),
    ...row.addresses.map((address) => ({ guid: null, address })),
  ]);
  const found = await ctx.write((w) => ctx.service(directory).housesByKeys(w.db, keys));
  let at = 0;
  return rows.map((row) => {
    const part = found.slice(at, at + row.guids.length + row.addresses.length);
    at += part.length;
    const known = part.every((one) => one?.companyId === companyId);
    return { known, houses: part.flatMap((one) => (one ? [one.house.id] : [])) };
  });
}
