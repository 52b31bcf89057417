// A company, or an authority for it, announces an outage: once for a key, only for houses of that company.
import type { Context } from '@zhkh/kernel/module.server';
import { type Announcement, prepareOutage } from '../core/prepare-outage.server.ts';
import { type Recorded, recordOutage } from '../core/record-outage.server.ts';
import { whoIs } from '../core/who.server.ts';

export async function announceOutage(ctx: Context, input: Announcement): Promise<Recorded> {
  const prepared = await prepareOutage(ctx, input);
  const who = await whoIs(ctx);
  const { companyId, kind, type, services, reason } = input;
  return ctx.write((w) =>
    recordOutage(w, {
      outage: {
        source_key: null,
        kind,
        type,
        services: [...services],
        starts_at: prepared.startsAt,
        ends_at: prepared.endsAt,
        reason_code: reason,
        reason_text: input.reasonText,
        info: input.info,
        company_id: companyId,
        closed_at: null,
        closed_by: null,
        idempotency_key: input.idempotencyKey,
        import_id: null,
        import_line: null,
      },
      houses: prepared.houses,
      who,
      regionZone: ctx.tenant.timeZone,
      now: ctx.clock.now(),
    }),
  );
}
