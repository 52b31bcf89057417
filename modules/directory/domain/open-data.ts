// The published sets: names of fields never change, what they mean stands in the passport in Russian.
// No people, no flats, no personal contacts.
export type SetName = 'houses' | 'companies';
export type FieldType = 'string' | 'number' | 'integer' | 'date' | 'boolean';

export interface Field {
  name: string;
  type: FieldType;
  /** Russian, for the passport. */
  meaning: string;
}

const field = (name: string, type: FieldType, meaning: string): Field => ({ name, type, meaning });

const houses: readonly Field[] = [
  field('id', 'string', 'Идентификатор дома в этом реестре'),
  field('gis_guid', 'string', 'Идентификатор дома в ГИС ЖКХ'),
  field('fias_guid', 'string', 'Идентификатор дома в ГАР (ФИАС)'),
  field('address', 'string', 'Адрес дома'),
  field('postal_code', 'string', 'Почтовый индекс'),
  field('oktmo', 'string', 'Код ОКТМО'),
  field('city', 'string', 'Населённый пункт'),
  field('street', 'string', 'Улица'),
  field('number', 'string', 'Номер дома'),
  field('kind', 'string', 'Вид дома: apartment — многоквартирный, detached — жилой, block — блокированный, other — иной'),
  field(
    'status',
    'string',
    'Состояние: in-use — эксплуатируется, emergency — аварийный, demolished — снесён, unknown — не сообщено',
  ),
  field(
    'management_mode',
    'string',
    'Способ управления: company — УО, owners-association — ТСЖ, cooperative — ЖК или ЖСК, direct — непосредственное, none — не выбран, other — иной',
  ),
  field('total_area', 'number', 'Общая площадь, м²'),
  field('living_area', 'number', 'Жилая площадь, м²'),
  field('floors', 'integer', 'Этажей (если реестр домов не называет, по реестру капитального ремонта)'),
  field('built_year', 'integer', 'Год постройки (если реестр домов не называет, по реестру капитального ремонта)'),
  field('flats', 'integer', 'Жилых помещений'),
  field('lat', 'number', 'Широта, WGS 84'),
  field('lon', 'number', 'Долгота, WGS 84'),
  field('company_ogrn', 'string', 'ОГРН управляющей организации'),
  field('company_inn', 'string', 'ИНН управляющей организации'),
  field('company_name', 'string', 'Управляющая организация'),
  field('company_since', 'date', 'Управляет с (для сведений из реестра — не позднее этого дня)'),
  field('fact_date', 'date', 'День, на который сведения о доме верны'),
  field('source', 'string', 'Источник сведений о доме'),
];

const companies: readonly Field[] = [
  field('id', 'string', 'Идентификатор компании в этом реестре'),
  field('ogrn', 'string', 'ОГРН или ОГРНИП'),
  field('inn', 'string', 'ИНН'),
  field('kpp', 'string', 'КПП'),
  field('name', 'string', 'Полное наименование'),
  field('short_name', 'string', 'Краткое наименование'),
  field('kind', 'string', 'Вид: managing-company — УО, owners-association — ТСЖ, housing-cooperative — ЖСК, other — иной'),
  field('address', 'string', 'Адрес организации (для предпринимателей не публикуется)'),
  field('site', 'string', 'Сайт'),
  field('dispatcher_phone', 'string', 'Телефон диспетчерской службы'),
  field('houses', 'integer', 'Домов в управлении'),
  field('total_area', 'number', 'Площадь домов в управлении, м²'),
  field('licence_number', 'string', 'Номер лицензии'),
  field('licence_active', 'boolean', 'Лицензия действует'),
  field('sme_category', 'string', 'Категория МСП: micro, small, medium'),
  field('fact_date', 'date', 'День, на который сведения верны'),
  field('source', 'string', 'Источник сведений'),
];

export const fieldsOfSet: Record<SetName, readonly Field[]> = { houses, companies };

export const setNames: readonly SetName[] = ['houses', 'companies'];

export const formats = ['csv', 'json', 'geojson'] as const;
export type Format = (typeof formats)[number];

export type Value = string | number | boolean | null;
export type OpenRow = Record<string, Value>;

/** Any code of a municipality: five digits name a district, more a settlement in it. */
export const municipalityPattern = /^\d{5}(\d{3}(\d{3})?)?$/;
