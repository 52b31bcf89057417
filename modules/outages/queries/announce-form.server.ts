// What the form of an announcement offers: houses of the company to tick, and fields ready for now.
import { type CompanyView, directory } from '@zhkh/directory';
import { notFound } from '@zhkh/platform/errors';
import { newIdempotencyKey } from '@zhkh/platform/http.server';
import type { Context } from '@zhkh/platform/module.server';
import { fieldOf } from '../domain/local-moment.ts';
import { MAX_BOXES } from '../domain/schemas.ts';

export interface AnnounceFormView {
  key: string;
  company: string;
  houses: { id: string; address: string }[];
  total: number;
  now: string;
}

export async function announceFormView(ctx: Context, companyId: string): Promise<AnnounceFormView> {
  const service = ctx.service(directory);
  const [company, houses] = await Promise.all([service.company(companyId), service.housesOfCompany(companyId)]);
  if (!company) throw notFound();
  return {
    key: newIdempotencyKey(),
    company: company.shortName,
    houses: houses.slice(0, MAX_BOXES).map(({ id, address }) => ({ id, address })),
    total: houses.length,
    now: fieldOf(ctx.clock.now(), houses[0]?.timeZone ?? ctx.tenant.timeZone),
  };
}

export type CompanyChoice = Pick<CompanyView, 'id' | 'shortName' | 'inn' | 'houses'>;

export async function companyChoices(ctx: Context, words: string): Promise<CompanyChoice[]> {
  const found = await ctx.service(directory).companiesLike(words, 20);
  return found.map(({ id, shortName, inn, houses }) => ({ id, shortName, inn, houses }));
}
