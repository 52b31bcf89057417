// Rows of the directory for tests of this and other modules: a company, a house, a term of management.
import { newId } from '@zhkh/kernel/db.server';
import type { Context } from '@zhkh/kernel/module.server';
import { renewStreetDictionary } from '../core/renew-street-dictionary.server.ts';
import { completeInn, completeOgrn } from '@zhkh/kernel/checks';
import { parseAddress } from '../domain/address-search/parse-address.ts';
import type { CompanyTable } from '../db.ts';

let counter = 0;

export interface CompanyFacts {
  shortName?: string;
  email?: string | null;
  kind?: CompanyTable['kind'];
  ogrn?: string;
  inn?: string | null;
}

export async function makeCompany(ctx: Context, facts: CompanyFacts = {}): Promise<string> {
  counter += 1;
  const id = newId();
  const now = ctx.clock.now();
  const short = facts.shortName ?? `УК «Проверка-${counter}»`;
  await ctx.write((w) =>
    w.db
      .insertInto('company')
      .values({
        id,
        ogrn: facts.ogrn ?? completeOgrn(`11672327${String(counter).padStart(4, '0')}`),
        inn: facts.inn === undefined ? completeInn(`72039${String(counter).padStart(4, '0')}`) : facts.inn,
        kpp: null,
        kind: facts.kind ?? 'managing-company',
        name: `ООО ${short}`,
        short_name: short,
        search_text: short.toLowerCase(),
        email: facts.email === undefined ? `uk-${counter}@zhkh.example` : facts.email,
        phone: '+7 (3452) 00-00-00',
        dispatcher_phone: null,
        site: null,
        address: null,
        import_id: null,
        import_line: null,
        contacts_import_id: null,
        contacts_import_line: null,
        created_at: now,
        updated_at: now,
      })
      .execute(),
  );
  return id;
}

export interface HouseFacts {
  /** As a register prints it. */
  address?: string;
  companyId?: string | null;
  /** First day of the term (YYYY-MM-DD). */
  since?: string;
  point?: { lat: number; lon: number };
  flats?: number;
  oktmo?: string;
}

/** A house, and when `companyId` is given the term of that company. */
export async function makeHouse(ctx: Context, facts: HouseFacts = {}): Promise<string> {
  counter += 1;
  const id = newId();
  const now = ctx.clock.now();
  const raw = facts.address ?? `обл. Тюменская, г. Тюмень, ул. Проверочная, д. ${counter}`;
  const parsed = parseAddress(raw);
  if (!parsed) throw new Error(`Not an address: ${raw}`);
  const oktmo = facts.oktmo ?? '71701000';
  await ctx.write(async (w) => {
    const street = await w.db
      .insertInto('house_street')
      .values({
        id: newId(),
        city: parsed.city,
        street: parsed.street,
        city_norm: parsed.cityNorm,
        street_norm: parsed.streetNorm,
        search_text: parsed.searchText,
      })
      .onConflict((conflict) => conflict.columns(['city_norm', 'street_norm']).doUpdateSet({ street: parsed.street }))
      .returning('id')
      .executeTakeFirstOrThrow();
    await renewStreetDictionary(w);
    await w.db
      .insertInto('house')
      .values({
        id,
        source_key: `test:${id}`,
        gis_guid: null,
        gis_code: null,
        oktmo,
        municipality: oktmo.slice(0, 5),
        address_raw: raw,
        address: parsed.address,
        postal_code: parsed.postalCode,
        city: parsed.city,
        street: parsed.street,
        number: parsed.number,
        number_key: parsed.numberKey,
        search_text: parsed.searchText,
        street_id: street.id,
        kind: 'apartment',
        status: 'in-use',
        management_mode: facts.companyId ? 'company' : 'none',
        total_area: 4000,
        living_area: null,
        floors: null,
        built_year: null,
        demolished_on: null,
        flats: facts.flats ?? 60,
        time_zone: ctx.tenant.timeZone,
        lat: facts.point?.lat ?? null,
        lon: facts.point?.lon ?? null,
        point_source: facts.point ? 'file' : null,
        point_at: null,
        point_import_id: null,
        point_import_line: null,
        company_id: facts.companyId ?? null,
        import_id: null,
        import_line: null,
        created_at: now,
        updated_at: now,
      })
      .execute();
  });
  if (facts.companyId) await makeTerm(ctx, { houseId: id, companyId: facts.companyId, from: facts.since ?? '2020-01-01' });
  return id;
}

export async function makeTerm(
  ctx: Context,
  term: { houseId: string; companyId: string; from: string; to?: string | null },
): Promise<string> {
  const id = newId();
  const now = ctx.clock.now();
  await ctx.write((w) =>
    w.db
      .insertInto('management')
      .values({
        id,
        house_id: term.houseId,
        company_id: term.companyId,
        valid_from: term.from,
        valid_to: term.to ?? null,
        from_exact: true,
        source: 'contract',
        contract_guid: null,
        document: null,
        import_id: null,
        import_line: null,
        created_at: now,
        updated_at: now,
      })
      .execute(),
  );
  return id;
}
