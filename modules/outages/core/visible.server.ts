// Outages the asking employee or official may see: those that touch a house of the company, of the territory.
import { territoryColumns } from '@zhkh/kernel/auth';
import { whereAllowed } from '@zhkh/kernel/http.server';
import type { Context } from '@zhkh/kernel/module.server';

export function visible(ctx: Context) {
  const columns = {
    company_id: 'outage_house.company_id',
    ...territoryColumns('outage_house'),
  };
  const allowed = whereAllowed(ctx, 'outages.read', 'outage_house', columns);
  return ctx.db
    .selectFrom('outage')
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('outage_house')
          .select('outage_house.house_id')
          .whereRef('outage_house.outage_id', '=', 'outage.id')
          .where(allowed),
      ),
    );
}
