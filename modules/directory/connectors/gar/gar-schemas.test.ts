// Invented ГАР archives (full and delta) and the published sample of region 72, file by file against the schemas of the ФНС.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { garMoreParts, garParts, inventedGar } from '@zhkh/imports/testing';
import { validateAgainst } from '../../testing/xsd.ts';
import { garFiles } from './files.ts';

const DATA = path.resolve(import.meta.dirname, '../../../../../shared/data/fns-gar');
const XSD = path.join(DATA, 'xsd');
const present = existsSync(XSD);

/** `72/AS_HOUSES_PARAMS_20260101_….XML` → the schema of its kind; all parameters share one, both tables of house types another. */
function schemaOf(name: string): string | undefined {
  const kind = /AS_([A-Z_]+?)_\d/.exec(name)?.[1] ?? '';
  const schema = kind.endsWith('_PARAMS') ? 'PARAM' : kind === 'ADDHOUSE_TYPES' ? 'HOUSE_TYPES' : kind;
  const file = readdirSync(XSD).find((one) => new RegExp(`^AS_${schema}_\\d`).test(one));
  return file && path.join(XSD, file);
}

function bytesOf(text: Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>): Buffer {
  return Buffer.concat([...(text as Iterable<string | Uint8Array>)].map((piece) => Buffer.from(piece)));
}

describe.skipIf(!present)('ГАР by the schemas of the ФНС', () => {
  const full = inventedGar(300, { version: '20260203' });
  const delta = {
    ...inventedGar(300, { version: '20260210', edition: 2 }),
    only: (_street: number, index: number) => index % 10 === 0,
  };

  it.each([
    ['full', full],
    ['delta', delta],
  ])('the invented archive, %s', (_name, plan) => {
    const parts = [...garParts(plan), ...garMoreParts(plan)].filter((part) => part.name.endsWith('.XML'));
    expect(parts.length).toBeGreaterThan(5);
    for (const part of parts) {
      const schema = schemaOf(part.name);
      expect(schema, part.name).toBeDefined();
      expect(validateAgainst(schema ?? '', bytesOf(part.text)), part.name).toEqual([]);
    }
  });

  it('knows a file that does not fit', () => {
    const houses = [...garParts(full)].find((part) => part.name.includes('AS_HOUSES_2'));
    const spoilt = bytesOf(houses?.text ?? [])
      .toString('utf8')
      .replace(/ OBJECTGUID="[^"]*"/, '');
    expect(validateAgainst(schemaOf(houses?.name ?? '') ?? '', spoilt)).toEqual([
      expect.stringContaining("attribute 'OBJECTGUID' is required"),
    ]);
  });

  it('every kind the connector reads is in the archive', () => {
    const names = [...garParts(full), ...garMoreParts(full)].map((part) => part.name);
    const missing = garFiles({ subjectCode: '72' }).filter((file) => !names.some((name) => file.entry.test(name)));
    expect(missing.map((file) => file.kind)).toEqual([]);
  });
});

const SAMPLE = path.join(DATA, 'sample');
const samples = existsSync(SAMPLE)
  ? readdirSync(SAMPLE, { recursive: true })
      .map(String)
      .filter((name) => name.endsWith('.XML'))
  : [];

describe.skipIf(samples.length === 0)('the published sample of region 72', () => {
  it.each(samples)('%s', (name) => {
    expect(validateAgainst(schemaOf(name) ?? '', readFileSync(path.join(SAMPLE, name)))).toEqual([]);
  });
});
