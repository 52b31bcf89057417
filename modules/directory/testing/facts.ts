// Rows a source told, for tests of this module: an import, a doubtful match in ГАР.
import { newId } from '@zhkh/kernel/db.server';
import type { Context } from '@zhkh/kernel/module.server';
import type { ImportSourceRow } from '@zhkh/imports';
import type {} from '@zhkh/imports/module';

/** A finished import; facts name it by `import_id`. */
export async function makeImport(
  ctx: Context,
  { connector, file, day }: Pick<ImportSourceRow, 'connector' | 'file' | 'day'>,
): Promise<string> {
  const id = newId();
  const now = ctx.clock.now();
  await ctx.write((w) =>
    w.db
      .insertInto('import_run')
      .values({ id, connector, file_name: file, fact_date: day, state: 'done', started_at: now, finished_at: now })
      .execute(),
  );
  return id;
}

let objects = 7_000_000;

/** An address of ГАР that may be this house; returns its object. */
export async function makeDoubt(ctx: Context, houseId: string, likeness: number): Promise<number> {
  const objectId = (objects += 1);
  const importId = await makeImport(ctx, { connector: 'gar', file: 'gar_delta.zip', day: '2026-02-20' });
  await ctx.write(async (w) => {
    await w.db
      .insertInto('gar_address')
      .values({
        object_id: objectId,
        guid: newId(),
        adm_text: 'обл. Тюменская, г. Тюмень, ул. Проверочная',
        mun_text: 'обл. Тюменская, г.о. Тюмень, ул. Проверочная',
        number_text: `д. ${objectId}`,
        city_norm: 'тюмень',
        street_norm: 'проверочная',
        number_key: String(objectId),
        apartment_house: true,
        fact_date: '2026-02-20',
        import_id: importId,
        import_line: 7,
      })
      .execute();
    await w.db
      .insertInto('house_match_review')
      .values({ house_id: houseId, object_id: objectId, likeness, import_id: importId, found_at: ctx.clock.now() })
      .execute();
  });
  return objectId;
}
