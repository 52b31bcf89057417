// What the form of an announcement offers: houses of the company to tick, and fields ready for now.
import { type CompanyView, directory } from '@zhkh/directory';
import { notFound } from '@zhkh/kernel/errors';
import { newIdempotencyKey } from '@zhkh/kernel/http.server';
import type { Context } from '@zhkh/kernel/module.server';
import { shortAddress } from '../core/house-rows.ts';
import { fieldOf } from '../domain/local-moment.ts';
import { MAX_BOXES } from '../domain/schemas.ts';

export interface AnnounceFormView {
  key: string;
  company: string;
  /** Without the city when all stand in one. */
  houses: { id: string; address: string }[];
  total: number;
  now: string;
}

export async function announceFormView(ctx: Context, companyId: string): Promise<AnnounceFormView> {
  const service = ctx.service(directory);
  const [company, houses] = await Promise.all([service.company(companyId), service.housesOfCompany(companyId)]);
  if (!company) throw notFound();
  const oneCity = new Set(houses.map((house) => house.city)).size === 1;
  return {
    key: newIdempotencyKey(),
    company: company.shortName,
    houses: houses.slice(0, MAX_BOXES).map((house) => ({ id: house.id, address: oneCity ? shortAddress(house) : house.address })),
    total: houses.length,
    now: fieldOf(ctx.clock.now(), houses[0]?.timeZone ?? ctx.tenant.timeZone),
  };
}

export type CompanyChoice = Pick<CompanyView, 'id' | 'shortName' | 'inn' | 'houses'>;

export async function companyChoices(ctx: Context, words: string): Promise<CompanyChoice[]> {
  const found = await ctx.service(directory).companiesLike(words, 20);
  return found.map(({ id, shortName, inn, houses }) => ({ id, shortName, inn, houses }));
}
