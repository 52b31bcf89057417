// A partner's business on the control plane: saved twice it is one, regions are those chosen, partners apart.
import { newId } from '@zhkh/kernel/db.server';
import type { ControlContext } from '@zhkh/kernel/http.server';
import { type TwoRegions, twoRegions } from '@zhkh/tools/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { installed } from '../../../../modules/installed.server.ts';
import { partnerHome } from '../queries/partner-home.server.ts';
import { chooseRegions } from './choose-regions.server.ts';
import { saveProfile } from './save-profile.server.ts';

let regions: TwoRegions;
let cafe: ControlContext;
let bakery: ControlContext;

beforeAll(async () => {
  regions = await twoRegions(installed);
  cafe = await partner('cafe@example.org');
  bakery = await partner('bakery@example.org');
});

afterAll(() => regions.close());

async function partner(email: string): Promise<ControlContext> {
  const { runtime } = regions;
  const accountId = newId();
  await runtime.control
    .insertInto('partner_account')
    .values({ id: accountId, email, created_at: runtime.clock.now(), locale: null })
    .execute();
  const actor = { kind: 'partner', role: 'partner', accountId } as const;
  const region = () => Promise.reject(new Error('not asked'));
  const permissions = new Set(['partner.read', 'partner.edit']);
  return {
    app: 'partner',
    actor,
    permissions,
    db: runtime.control,
    clock: runtime.clock,
    locale: 'ru',
    t: runtime.parts.translatorFor('ru'),
    log: runtime.log,
    requestId: 'test',
    region,
  };
}

const profile = { name: 'Кафе «Печь»', inn: '7707083893', address: 'Тюмень', phone: '+79123456789', openingHours: '', about: '' };

describe('a partner business', () => {
  it('is saved, changed and read back', async () => {
    await saveProfile(cafe, profile);
    await saveProfile(cafe, { ...profile, address: 'Тюмень, ул. Ленина, 1' });
    expect(await partnerHome(cafe)).toMatchObject({ business: 'Кафе «Печь»', profile: { address: 'Тюмень, ул. Ленина, 1' } });
    expect((await partnerHome(bakery)).profile).toBeNull();
  });

  it('serves exactly the regions chosen', async () => {
    const served = async (who: ControlContext) =>
      (await partnerHome(who)).regions.filter((region) => region.serves).map((region) => region.slug);
    await chooseRegions(cafe, ['tyumen', 'omsk']);
    await chooseRegions(cafe, ['omsk']);
    expect(await served(cafe)).toEqual(['omsk']);
    expect(await served(bakery)).toEqual([]);
    await chooseRegions(cafe, []);
    expect(await served(cafe)).toEqual([]);
  });

  it('cannot serve a region that is not there', async () => {
    await expect(chooseRegions(cafe, ['tyumen', 'atlantis'])).rejects.toMatchObject({ kind: 'invalid' });
  });
});
