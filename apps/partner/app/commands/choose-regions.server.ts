// Sets the regions a partner serves: exactly those named, only regions that work.
import { invalid } from '@zhkh/kernel/errors';
import type { ControlContext } from '@zhkh/kernel/http.server';
import { partnerId } from '../queries/partner-home.server.ts';

export async function chooseRegions(control: ControlContext, slugs: readonly string[]): Promise<void> {
  const account = partnerId(control);
  const wanted =
    slugs.length === 0
      ? []
      : await control.db.selectFrom('tenant').select('id').where('slug', 'in', slugs).where('state', '=', 'active').execute();
  if (wanted.length !== new Set(slugs).size) throw invalid('partner.no-region');
  const ids = wanted.map((row) => row.id);
  const now = control.clock.now();
  await control.db.transaction().execute(async (tx) => {
    await tx
      .deleteFrom('partner_region')
      .where('account_id', '=', account)
      .$if(ids.length > 0, (query) => query.where('tenant_id', 'not in', ids))
      .execute();
    if (ids.length === 0) return;
    await tx
      .insertInto('partner_region')
      .values(ids.map((tenant_id) => ({ account_id: account, tenant_id, since: now })))
      .onConflict((conflict) => conflict.columns(['account_id', 'tenant_id']).doNothing())
      .execute();
  });
}
