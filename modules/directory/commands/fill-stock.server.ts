// A million invented houses straight into a region's tables: made by the server, set by set, the same every time. For measuring, never for people.

/** A statement by whoever may create indexes in the schema. */
export type RunSql = (text: string) => Promise<readonly Record<string, unknown>[]>;

const ROOTS =
  'Берёзов Соснов Кедров Заречен Покров Никольск Успенск Троицк Каменк Красноя Белояр Черёмух Тополев Ключев Озёрн Луговск Горск Полянск Ельник Рябинов Калинов Малинов Дубров Ольхов Ивановск'.split(
    ' ',
  );
const ENDINGS = ['ое', 'ка', 'ино', 'ский', 'ово', 'ец', 'ная', 'оград', 'ополь', 'ск'];
const STREETS =
  'Республики Ленина Мира Труда Победы Гагарина Чкалова Советская Садовая Лесная Полевая Школьная Речная Новая Молодёжная Октябрьская Комсомольская Первомайская Пролетарская Энергетиков Нефтяников Геологов Строителей Железнодорожная Вокзальная Заводская Мельникайте Пушкина Лермонтова Гоголя Чехова Толстого Горького Некрасова Тургенева Маяковского Есенина Кирова Калинина Свердлова Куйбышева Фрунзе Чапаева Щорса Котовского Суворова Кутузова Ушакова Нахимова Космонавтов Королёва Циолковского Менделеева Ломоносова Мичурина Павлова Тимирязева Вавилова Широтная Пермякова Харьковская Минская Киевская Рижская Одесская Холодильная'.split(
    ' ',
  );
const KINDS = ['ул.', 'пер.', 'проезд'];

const norm = (column: string) => `replace(replace(lower(${column}), 'ё', 'е'), '-', '')`;
const list = (words: readonly string[]) => `array[${words.map((word) => `'${word}'`).join(',')}]`;

const PER_STREET = 50;

/** 250 places, streets of one name and kind in many of them, fifty houses each. */
export async function fillStock(run: RunSql, schema: string, houses: number): Promise<void> {
  const streets = Math.ceil(houses / PER_STREET);
  const table = (name: string) => `"${schema}".${name}`;
  await run(`insert into ${table('house_street')} (id, city, street, city_norm, street_norm, search_text, city_houses)
    select md5('s' || n)::uuid, 'г. ' || city, street, ${norm('city')}, ${norm('name')}, ${norm('city')} || ' ' || ${norm('name')}, ${Math.ceil(streets / 250)} * ${PER_STREET}
    from (select n, (${list(ROOTS)})[1 + (n % 250) / 10] || (${list(ENDINGS)})[1 + n % 10] as city,
        (${list(KINDS)})[1 + (n / 250) % 3] || ' ' || name as street, name
      from (select n, case when (n / 250) < ${STREETS.length} then '' else (n / 250 / ${STREETS.length}) || '-я ' end
        || (${list(STREETS)})[1 + (n / 250 + n % 250) % ${STREETS.length}] as name from generate_series(0, ${streets - 1}) n) named) made`);
  const kept = await indexes(run, schema);
  for (const { name } of kept) await run(`drop index ${table(`"${name}"`)}`);
  await run(`insert into ${table('house')} (id, source_key, address_raw, address, city, street, number, number_key, search_text, street_id, kind, status, management_mode, time_zone, created_at, updated_at)
    select md5(street.id::text || h)::uuid, street.id || ' ' || h, address, address, city, street, number, number, search_text, street.id, 'apartment', 'in-use', 'company', 'Asia/Yekaterinburg', now(), now()
    from ${table('house_street')} street cross join generate_series(1, ${PER_STREET}) h
      cross join lateral (select case when h % 9 = 0 then (h - 1) || '/1' when h % 7 = 0 then (h - 1) || 'а' else h::text end as number) numbered
      cross join lateral (select city || ', ' || street.street || ', д. ' || number as address) addressed
    limit ${houses}`);
  for (const { definition } of kept) await run(definition);
  await run(`update ${table('street_dictionary')} set version = version + 1`);
  await run(`vacuum analyze ${table('house_street')}`);
  await run(`vacuum analyze ${table('house')}`);
}

/** Those no constraint stands on: made again after the rows are in. */
async function indexes(run: RunSql, schema: string): Promise<{ name: string; definition: string }[]> {
  const rows = await run(`
    select c.relname as name, pg_get_indexdef(i.indexrelid) as definition from pg_index i join pg_class c on c.oid = i.indexrelid
    where i.indrelid = '"${schema}".house'::regclass and not i.indisunique`);
  return rows.map((row) => ({ name: String(row['name']), definition: String(row['definition']) }));
}
