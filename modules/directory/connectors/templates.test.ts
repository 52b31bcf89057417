// Templates are what their connectors take: every sample row maps, every column has its help in both languages, names are the schema's.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import en from '../i18n/en.json' with { type: 'json' };
import ru from '../i18n/ru.json' with { type: 'json' };
import { connectors } from './registry.server.ts';
import { sampleRows, templates } from './templates.ts';

const SCHEMAS = path.resolve(import.meta.dirname, '../../../../shared/data/gis-gkh/wsdl_xsd_14.4.0.1');
/** Columns of ours: what the schema says by structure or does not say at all. */
const OWN = new Set(['RegulatoryAuthority', 'Status', 'PlacedDate', 'URL', 'ExaminationState', 'RegistryNumber']);

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
    for (const words of [ru, en]) {
      const help: Record<string, string> = words.templates.columns;
      const types: Record<string, string> = words.templates.types;
      expect(template.columns.filter((column) => !help[column.name] || !types[column.type])).toEqual([]);
    }
  });

  it.skipIf(id === 'tariffs' || !existsSync(SCHEMAS))('names columns as the schema names its elements', () => {
    const elements = schemaElements();
    expect(template.columns.map((column) => column.name).filter((name) => !OWN.has(name) && !elements.has(name))).toEqual([]);
  });
});

function schemaElements(): Set<string> {
  const names = new Set<string>();
  for (const file of readdirSync(SCHEMAS, { recursive: true, encoding: 'utf8' }).filter((one) => one.endsWith('.xsd'))) {
    for (const match of readFileSync(path.join(SCHEMAS, file), 'utf8').matchAll(
      /(?:element|attribute) (?:name|ref)="(?:\w+:)?(\w+)"/g,
    ))
      names.add(match[1] ?? '');
  }
  return names;
}
