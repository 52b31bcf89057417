// A demo mapping profile: heat meters of a dispatcher's system, read like any other regional table.
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { imports } from '@zhkh/imports';
import type { Context } from '@zhkh/kernel/module.server';

const profile = {
  title: 'Приборы учёта тепла',
  origin: 'Тепловой диспетчер',
  target: 'house',
  keyColumn: 'Адрес дома',
  keyKind: 'address',
} as const;

const facts = [
  { column: 'Тип прибора', label: 'Теплосчётчик', unit: null, kind: 'text' },
  { column: 'Гкал', label: 'Тепло за январь', unit: 'Гкал', kind: 'number' },
  { column: 'Срок поверки', label: 'Поверка до', unit: null, kind: 'date' },
] as const;

export async function loadDemoProfile(ctx: Context, folder: string): Promise<void> {
  const file = existsSync(folder) ? readdirSync(folder).find((name) => name.startsWith('heat-meters-')) : undefined;
  if (!file) return;
  const filePath = path.join(folder, file);
  const connector = await ctx.service(imports).saveProfile({ ...profile, filePath, facts });
  if (!connector) return;
  const report = await ctx.service(imports).run({ connector, filePath });
  if (report.state !== 'done') throw new Error(`Demo profile ${report.state}: ${report.error ?? ''}`);
}
