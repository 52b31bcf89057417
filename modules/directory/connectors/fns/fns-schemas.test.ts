// Demo files of the tax service, and its own samples, against the published schemas (where they are at hand). A kept schema has another
// document element than open extracts have: the records of an extract are validated inside the element the schema knows.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { partsOf, validateAgainst } from '../../testing/xsd.ts';
import { readZip } from '@zhkh/imports/testing';

const DATA = path.resolve(import.meta.dirname, '../../../../../shared/data');
const FIXTURES = path.join(import.meta.dirname, '../../fixtures');
const schemas = {
  egrul: path.join(DATA, 'fns-egrul/xsd/VO_RUGF_2_311_26_04_05_01.xsd'),
  egrip: path.join(DATA, 'fns-egrul/xsd/VO_RIGF_2_311_27_04_04_01.xsd'),
  revexp: path.join(DATA, 'fns-opendata/revexp-structure-20180110.xsd'),
};
const sample = (name: string) => readFileSync(path.join(DATA, 'fns-egrul/sample', name));
const egrip = readFileSync(path.join(FIXTURES, 'fns/egrip-2026-02-02.xml'));

const fixture = (connector: string) =>
  ['55', '72'].flatMap((code) =>
    readdirSync(path.join(FIXTURES, code))
      .filter((name) => name.startsWith(`${connector}-`))
      .map((name) => path.join(FIXTURES, code, name)),
  );
const filesOf = async (connector: string) => (await Promise.all(fixture(connector).map(readZip))).flat();

const inside = (root: string, records: readonly string[]) => `<${root} ДатаВыг="2026-02-02">${records.join('')}</${root}>`;
const firms = (bytes: Buffer, version = '') => partsOf(bytes, `/Файл${version}/Документ/СвЮЛ`);
const entrepreneurs = (bytes: Buffer) => partsOf(bytes, '/Файл/Документ/СвИП');

describe.skipIf(!existsSync(schemas.egrul))('ЕГРЮЛ', () => {
  it("of version 4.05, the schema's own: every record of both regions", async () => {
    const records = (await filesOf('egrul')).flatMap(({ bytes }) => firms(bytes, "[@ВерсФорм='4.05']"));
    expect(records.length).toBeGreaterThan(20);
    expect(validateAgainst(schemas.egrul, inside('EGRUL', records))).toEqual([]);
  });

  it('of the real extract', () => {
    expect(validateAgainst(schemas.egrul, inside('EGRUL', firms(sample('VO_RUGFO_sample_redacted.xml'))))).toEqual([]);
  });

  it('is told from what does not fit', () => {
    const [record = ''] = firms(sample('VO_RUGFO_sample_redacted.xml'));
    const faults = (from: string | RegExp, to: string) =>
      validateAgainst(schemas.egrul, inside('EGRUL', [record.replace(from, to)]));
    expect(faults(/ ДатаВып="[^"]*"/, '').join()).toContain("The attribute 'ДатаВып' is required");
    expect(faults(/<СвНаимЮЛ[\s\S]*?<\/СвНаимЮЛ>/, '').join()).toContain('Expected is ( СвНаимЮЛ )');
    expect(faults(/ОГРН="\d+"/, 'ОГРН="12"').join()).toContain('ОГРН');
  });
});

describe.skipIf(!existsSync(schemas.egrip))('ЕГРИП', () => {
  it.each([
    ['of the demo file', () => egrip],
    ['of the real extract', () => sample('VO_RIGFO_sample_redacted.xml')],
  ])('%s', (_name, bytes) => {
    expect(validateAgainst(schemas.egrip, inside('EGRIP', entrepreneurs(bytes())))).toEqual([]);
  });
});

describe.skipIf(!existsSync(schemas.revexp))('доходы и расходы', () => {
  it('are whole documents of the schema, every file of every year', async () => {
    const files = await filesOf('revexp');
    expect(files.length).toBeGreaterThan(10);
    expect(files.flatMap(({ name, bytes }) => validateAgainst(schemas.revexp, bytes).map((fault) => `${name} ${fault}`))).toEqual(
      [],
    );
  });
});
