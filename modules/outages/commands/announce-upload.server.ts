// Announces what a checked upload holds: each row once, however often the button is pressed.
import { createHash } from 'node:crypto';
import { directory } from '@zhkh/directory';
import { notFound } from '@zhkh/kernel/errors';
import { must } from '@zhkh/kernel/http.server';
import type { Context } from '@zhkh/kernel/module.server';
import { sumOf } from '../core/house-rows.ts';
import { recordOutage } from '../core/record-outage.server.ts';
import { uploadOf } from '../core/upload.server.ts';
import { whoIs } from '../core/who.server.ts';
import type { ReadRow } from '../domain/report-row.ts';

export async function announceUpload(ctx: Context, companyId: string, uploadId: string): Promise<number> {
  const upload = await uploadOf(ctx, companyId, uploadId);
  if (!upload) throw notFound();
  const who = await whoIs(ctx);
  const known = await ctx.service(directory).housesOfCompany(companyId);
  const byId = new Map(known.map((house) => [house.id, house]));
  const now = ctx.clock.now();
  return ctx.write(async (w) => {
    let made = 0;
    for (const row of upload.rows) {
      const houses = row.guids.flatMap((id) => byId.get(id) ?? []).map((house) => ({ house, companyId }));
      if (houses.length === 0) continue;
      const { municipality, oktmo } = sumOf(houses, ctx.tenant.timeZone);
      must(ctx, 'outages.announce', 'outage', { company_id: companyId, municipality, oktmo });
      const outage = outageOf(row, companyId, keyOf(uploadId, row.line));
      const { repeated } = await recordOutage(w, { outage, houses, who, regionZone: ctx.tenant.timeZone, now });
      if (!repeated) made += 1;
    }
    await w.db.updateTable('outage_upload').set({ announced_at: now }).where('id', '=', uploadId).execute();
    return made;
  });
}

const outageOf = (row: ReadRow, companyId: string, key: string) => ({
  source_key: null,
  kind: row.kind,
  type: row.type,
  services: row.services,
  starts_at: new Date(row.startsAt),
  ends_at: row.endsAt ? new Date(row.endsAt) : null,
  reason_code: row.reasonCode,
  reason_text: row.reasonText,
  info: row.info,
  company_id: companyId,
  closed_at: null,
  closed_by: null,
  idempotency_key: key,
  import_id: null,
  import_line: null,
});

function keyOf(uploadId: string, line: number): string {
  const hex = createHash('sha256').update(`${uploadId} ${line}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
