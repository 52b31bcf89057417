// Demo files of the tax service have the structure its published schemas demand (where the schemas are at hand).
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { openPromise } from 'yauzl';
import { describe, expect, it } from 'vitest';
import { faultsOf, readSchema } from '../../testing/xsd-structure.ts';
import { descendants, readTree, type XmlTree } from '../../testing/xml-tree.ts';

const DATA = path.resolve(import.meta.dirname, '../../../../../shared/data');
const FIXTURES = path.join(import.meta.dirname, '../../fixtures');
const schemas = {
  egrul: path.join(DATA, 'fns-egrul/xsd/VO_RUGF_2_311_26_04_05_01.xsd'),
  egrip: path.join(DATA, 'fns-egrul/xsd/VO_RIGF_2_311_27_04_04_01.xsd'),
  revexp: path.join(DATA, 'fns-opendata/revexp-structure-20180110.xsd'),
};
const sample = (name: string) => path.join(DATA, 'fns-egrul/sample', name);

async function treesOf(zip: string): Promise<XmlTree[]> {
  const archive = await openPromise(zip, { lazyEntries: true, autoClose: false });
  const trees: XmlTree[] = [];
  for await (const entry of archive.eachEntry()) {
    const chunks: Buffer[] = [];
    for await (const chunk of await archive.openReadStreamPromise(entry)) chunks.push(chunk as Buffer);
    trees.push(readTree(Buffer.concat(chunks)));
  }
  archive.close();
  return trees;
}

const fixture = (connector: string) =>
  readdirSync(path.join(FIXTURES, '72'))
    .filter((name) => name.startsWith(`${connector}-`))
    .map((name) => path.join(FIXTURES, '72', name));

describe.skipIf(!existsSync(schemas.egrul))('ЕГРЮЛ', () => {
  it('of version 4.05 fits the schema of that version', async () => {
    const shape = readSchema(schemas.egrul)('СвЮЛ');
    const records = (await Promise.all(fixture('egrul').map(treesOf)))
      .flat()

      .filter((tree) => tree.attributes['ВерсФорм'] === '4.05')
      .flatMap((tree) => descendants(tree, 'СвЮЛ'));
    expect(records).toHaveLength(14);
    expect(records.flatMap((record) => faultsOf(record, shape))).toEqual([]);
  });

  it('is told from what does not fit', () => {
    const shape = readSchema(schemas.egrul)('СвЮЛ');
    const [record] = descendants(readTree(sample('VO_RUGFO_sample_redacted.xml')), 'СвЮЛ');
    if (!record) throw new Error('No record in the sample');
    expect(faultsOf(record, shape)).toEqual([]);
    delete record.attributes['ДатаВып'];
    record.children = record.children.filter((child) => child.name !== 'СвНаимЮЛ');
    expect(faultsOf(record, shape)).toEqual(['СвЮЛ lacks @ДатаВып', 'СвЮЛ lacks СвНаимЮЛ']);
  });
});

describe.skipIf(!existsSync(schemas.egrip))('ЕГРИП', () => {
  it('fits the schema', () => {
    const shape = readSchema(schemas.egrip)('СвИП');
    const records = descendants(readTree(readFileSync(path.join(FIXTURES, 'fns/egrip-2026-02-02.xml'))), 'СвИП');
    expect(records).toHaveLength(2);
    expect(records.flatMap((record) => faultsOf(record, shape))).toEqual([]);
  });
});

describe.skipIf(!existsSync(schemas.revexp))('доходы и расходы', () => {
  it('fit the schema, every file of every year', async () => {
    const shape = readSchema(schemas.revexp)('Файл');
    const trees = (await Promise.all(fixture('revexp').map(treesOf))).flat();
    expect(trees.length).toBeGreaterThan(10);
    expect(trees.flatMap((tree) => faultsOf(tree, shape))).toEqual([]);
  });
});
