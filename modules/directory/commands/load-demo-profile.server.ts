// A demo mapping profile: heat meters of a dispatcher's system, read like any other regional table.
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { Context } from '@zhkh/kernel/module.server';
import { factsOf } from '../domain/profile-forms.ts';
import { profileById } from '../queries/profiles.server.ts';
import { createProfile } from './create-profile.server.ts';
import { importByProfile } from './import-by-profile.server.ts';
import { saveMapping } from './save-mapping.server.ts';

const TITLE = 'Приборы учёта тепла';
const CHOICE = {
  kind1: 'text',
  label1: 'Теплосчётчик',
  kind2: 'number',
  label2: 'Тепло за январь',
  unit2: 'Гкал',
  kind3: 'date',
  label3: 'Поверка до',
};

export async function loadDemoProfile(ctx: Context, folder: string): Promise<void> {
  const file = existsSync(folder) ? readdirSync(folder).find((name) => name.startsWith('heat-meters-')) : undefined;
  const known = await ctx.db.selectFrom('import_profile').select('id').where('title', '=', TITLE).executeTakeFirst();
  if (!file || known) return;
  const filePath = path.join(folder, file);
  const profileId = await createProfile(ctx, { title: TITLE, origin: 'Тепловой диспетчер', target: 'house', filePath });
  const profile = await profileById(ctx, profileId);
  if (!profile) return;
  await saveMapping(ctx, { profileId, keyColumn: 'Адрес дома', keyKind: 'address', facts: factsOf(CHOICE, profile.sample) });
  const report = await importByProfile(ctx, { profileId, filePath, fileName: file, dryRun: false });
  if (report.state !== 'done') throw new Error(`Demo profile ${report.state}: ${report.error ?? ''}`);
}
