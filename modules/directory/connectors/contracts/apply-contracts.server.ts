// Contracts become terms of management: a known contract is corrected, a term known only from dumps gets its true dates, the rest is new.
import type { Context, Write } from '@zhkh/kernel/module.server';
import { type RawBuilder, sql } from 'kysely';
import { type ImportRun, imports } from '@zhkh/imports';

export async function applyContracts(ctx: Context, w: Write, run: ImportRun): Promise<Record<string, number>> {
  const unknown = await refuse(
    ctx,
    w,
    run,
    'FIASHouseGuid',
    'unknown-house',
    sql`not exists (select from house where ${sameHouse})`,
  );
  const stranger = await refuse(
    ctx,
    w,
    run,
    'OGRN',
    'unknown-company',
    sql`not exists (select from company where company.ogrn = stage.ogrn)`,
  );
  const overlapping = await refuse(ctx, w, run, 'StartDate', 'overlap', overlaps);
  const corrected = await correctKnown(w, run);
  const dated = await dateRegistered(w, run);
  const added = await addNew(w, run);
  return { contractsNew: added, contractsDated: dated, contractsChanged: corrected, refused: unknown + stranger + overlapping };
}

const sameHouse = sql`(house.fias_guids @> array[stage.house_guid::uuid] or house.gis_guid = stage.house_guid::uuid)`;

/** An earlier line of the same file holds another contract of the same house and company for some of the same days. */
const overlaps = sql`exists (
  select from stage_contract other
  where other.import_id = stage.import_id and other.house_guid = stage.house_guid and other.ogrn = stage.ogrn and other.line::int < stage.line::int
    and daterange(other.valid_from::date, other.valid_to::date) && daterange(stage.valid_from::date, stage.valid_to::date))`;

function refuse(
  ctx: Context,
  w: Write,
  run: ImportRun,
  field: string,
  reason: string,
  condition: RawBuilder<unknown>,
): Promise<number> {
  const refused = sql`
    delete from stage_contract stage where stage.import_id = ${run.id} and ${condition}
    returning stage.failed_id::uuid as id, stage.line::int as line, ${field}::text as field, ${reason}::text as reason, stage.raw`;
  return ctx.service(imports).refuseRows(w, run.id, refused);
}

async function correctKnown(w: Write, run: ImportRun): Promise<number> {
  const result = await sql<{ id: string }>`
    update management set valid_from = stage.valid_from::date, valid_to = stage.valid_to::date, document = stage.document,
      import_id = ${run.id}::uuid, import_line = stage.line::int, updated_at = ${run.startedAt}::timestamptz
    from stage_contract stage, house, company
    where stage.import_id = ${run.id} and ${sameHouse} and company.ogrn = stage.ogrn
      and management.contract_guid = stage.contract_guid::uuid and management.house_id = house.id and management.company_id = company.id
      and (management.valid_from, management.valid_to, management.document) is distinct from (stage.valid_from::date, stage.valid_to::date, stage.document)
    returning management.id`.execute(w.db);
  return result.rows.length;
}

async function dateRegistered(w: Write, run: ImportRun): Promise<number> {
  const result = await sql<{ id: string }>`
    update management set valid_from = stage.valid_from::date, valid_to = stage.valid_to::date, from_exact = true, source = 'contract',
      contract_guid = stage.contract_guid::uuid, document = stage.document, import_id = ${run.id}::uuid, import_line = stage.line::int,
      updated_at = ${run.startedAt}::timestamptz
    from stage_contract stage, house, company
    where stage.import_id = ${run.id} and ${sameHouse} and company.ogrn = stage.ogrn
      and management.source = 'register' and management.house_id = house.id and management.company_id = company.id
      and (stage.valid_to is null or stage.valid_to::date > management.valid_from)
    returning management.id`.execute(w.db);
  return result.rows.length;
}

async function addNew(w: Write, run: ImportRun): Promise<number> {
  const result = await sql<{ id: string }>`
    insert into management (id, house_id, company_id, valid_from, valid_to, from_exact, source, contract_guid, document, import_id, import_line, created_at, updated_at)
    select stage.management_id::uuid, house.id, company.id, stage.valid_from::date, stage.valid_to::date, true, 'contract', stage.contract_guid::uuid,
      stage.document, ${run.id}::uuid, stage.line::int, ${run.startedAt}::timestamptz, ${run.startedAt}::timestamptz
    from stage_contract stage join house on ${sameHouse} join company on company.ogrn = stage.ogrn
    where stage.import_id = ${run.id}
      and not exists (
        select from management known
        where known.house_id = house.id and known.company_id = company.id
          and daterange(known.valid_from, known.valid_to) && daterange(stage.valid_from::date, stage.valid_to::date))
    returning management.id`.execute(w.db);
  return result.rows.length;
}
