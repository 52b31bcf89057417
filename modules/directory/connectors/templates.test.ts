// Templates are what their connectors take: every sample row maps, every column has its help in both languages, old spellings stay.
import { describe, expect, it } from 'vitest';
import importsUi from '@zhkh/imports/ui';
import en from '../i18n/en.json' with { type: 'json' };
import ru from '../i18n/ru.json' with { type: 'json' };
import { connectors } from './registry.server.ts';
import { sampleRows } from '@zhkh/imports/testing';
import { templates } from './templates.ts';

describe.each(templates.map((template) => [template.id, template] as const))('template %s', (id, template) => {
  it('has a sample row its connector takes', () => {
    const connector = connectors.find((one) => one.id === id);
    if (connector?.kind !== 'table') throw new Error('not a table');
    const [names = [], values = []] = sampleRows(template);
    const record = (column: string) => values[names.findIndex((name) => name.toLowerCase() === column.toLowerCase())] ?? '';
    const mapped = connector.mapper({ id: 'x', factDate: '2026-01-01', startedAt: new Date() })(
      record,
      2,
      () => values.join(';'),
      false,
    );
    expect(mapped).not.toHaveProperty('failed');
    for (const name of connector.required) expect(names.map((one) => one.toLowerCase())).toContain(name.toLowerCase());
  });

  it('tells what each column holds', () => {
    for (const [words, general] of [[ru, importsUi.words.ru] as const, [en, importsUi.words.en] as const]) {
      const help: Record<string, string> = words.templates.columns;
      const { types } = general.templates as { types: Record<string, string> };
      expect(template.columns.filter((column) => !help[column.name] || !types[column.type])).toEqual([]);
    }
  });

  it('takes each column by its older names too', () => {
    const connector = connectors.find((one) => one.id === id);
    if (connector?.kind !== 'table') throw new Error('not a table');
    const older = new Map(template.columns.map((column) => [column.also?.[0] ?? column.name, column.sample]));
    const run = { id: 'x', factDate: '2026-01-01', startedAt: new Date() };
    expect(
      connector.mapper(run)(
        (column) => older.get(column) ?? '',
        2,
        () => '',
        false,
      ),
    ).not.toHaveProperty('failed');
  });
});
