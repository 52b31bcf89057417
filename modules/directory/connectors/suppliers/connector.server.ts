// «Реестр поставщиков информации» of ГИС ЖКХ (.xlsx, header in row 3): contacts of companies the region knows.
import { sql } from 'kysely';
import { type Connector, email, empty, type Mapped, phone, type SourceRecord } from '@zhkh/imports';
import { isInn, isOgrn } from '@zhkh/kernel/checks';

const columns = {
  ogrn: 'ОГРН',
  inn: 'ИНН',
  kpp: 'КПП',
  site: 'Официальный сайт в сети Интернет',
  phone: 'Телефон',
  dispatcher: 'Телефон диспетчерской службы',
  email: 'Адрес электронной почты',
  address: 'Адрес местонахождения',
} as const;

export const suppliers: Connector = {
  id: 'suppliers',
  kind: 'xlsx',
  headerRow: 3,
  required: [columns.ogrn, columns.phone, columns.email],
  stage: { stage_supplier: ['ogrn', 'inn', 'kpp', 'email', 'phone', 'dispatcher_phone', 'site', 'address'] },
  mapper: () => mapRow,
  async apply(_ctx, w, run) {
    const result = await sql<{ id: string }>`
      update company set inn = coalesce(stage.inn, company.inn), kpp = coalesce(stage.kpp, company.kpp), email = coalesce(stage.email, company.email),
        phone = coalesce(stage.phone, company.phone), dispatcher_phone = coalesce(stage.dispatcher_phone, company.dispatcher_phone),
        site = coalesce(stage.site, company.site), address = coalesce(stage.address, company.address),
        contacts_import_id = ${run.id}::uuid, contacts_import_line = stage.line::int, updated_at = ${run.startedAt}::timestamptz
      from (select distinct on (ogrn) * from stage_supplier where import_id = ${run.id} order by ogrn, line::int) stage
      where stage.ogrn = company.ogrn
        and (company.inn, company.kpp, company.email, company.phone, company.dispatcher_phone, company.site, company.address)
          is distinct from (coalesce(stage.inn, company.inn), coalesce(stage.kpp, company.kpp), coalesce(stage.email, company.email), coalesce(stage.phone, company.phone),
            coalesce(stage.dispatcher_phone, company.dispatcher_phone), coalesce(stage.site, company.site), coalesce(stage.address, company.address))
      returning company.id`.execute(w.db);
    const others = await sql<{ count: number }>`
      select count(*) as count from stage_supplier stage
      where stage.import_id = ${run.id} and not exists (select from company where company.ogrn = stage.ogrn)`.execute(w.db);
    return { contactsChanged: result.rows.length, othersSkipped: others.rows[0]?.count ?? 0 };
  },
};

function mapRow(record: SourceRecord): Mapped {
  const ogrn = record(columns.ogrn);
  if (!isOgrn(ogrn)) return { failed: { field: columns.ogrn, reason: 'ogrn' } };
  const inn = empty(record(columns.inn));
  if (inn && !isInn(inn)) return { failed: { field: columns.inn, reason: 'inn' } };
  const mail = email(record(columns.email));
  if (mail === undefined) return { failed: { field: columns.email, reason: 'email' } };
  return {
    stage: {
      stage_supplier: {
        ogrn,
        inn,
        kpp: empty(record(columns.kpp)),
        email: mail,
        phone: phone(record(columns.phone)),
        dispatcher_phone: phone(record(columns.dispatcher)),
        site: empty(record(columns.site)),
        address: empty(record(columns.address)),
      },
    },
  };
}
