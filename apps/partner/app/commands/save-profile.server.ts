// Saves what the business tells of itself.
import type { ControlContext } from '@zhkh/kernel/http.server';
import type { ProfileInput } from '../domain/profile-input.ts';
import { partnerId } from '../queries/partner-home.server.ts';

export async function saveProfile(control: ControlContext, input: ProfileInput): Promise<void> {
  const row = {
    name: input.name,
    inn: input.inn,
    address: input.address,
    phone: input.phone,
    opening_hours: input.openingHours,
    about: input.about,
    updated_at: control.clock.now(),
  };
  await control.db
    .insertInto('partner_profile')
    .values({ account_id: partnerId(control), ...row })
    .onConflict((conflict) => conflict.column('account_id').doUpdateSet(row))
    .execute();
}
