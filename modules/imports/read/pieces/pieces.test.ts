// Holds that a file cut into pieces of any size gives the same rows and refusals.
import type { Context } from '@zhkh/kernel/module.server';
import { beforeAll, describe, expect, it } from 'vitest';
import { seeded } from '@zhkh/tools/testing/seeded';
import { BufferPool } from './buffer-pool.ts';
import type { Connector, TableConnector, XmlConnector } from '../../connector.ts';
import { cutSource } from '../cut-source.server.ts';
import { prepareHash } from '../known/record-hash.ts';
import type { PieceWork } from './piece.ts';
import { type PieceMapper, pieceReader } from './piece-reader.ts';
import type { Reading } from '../reading.ts';

beforeAll(() => prepareHash());

/** These mappers ask nobody. */
const NO_CONTEXT = {} as Context;

const table: TableConnector = {
  id: 'probe',
  kind: 'csv',
  headerRow: 1,
  required: ['a'],
  repeats: ['a', 'b'],
  stage: { rows: ['a', 'b', 'c', 'd'] },
  mapper: () => (record, _line, raw) =>
    record('d') === 'bad'
      ? { failed: { field: 'd', reason: raw() } }
      : { stage: { rows: { a: record('a'), b: record('b'), c: record('c'), d: record('d') } } },
  apply: async () => ({}),
};

const xml: XmlConnector = {
  id: 'probe',
  kind: 'xml',
  stage: { rows: ['a', 'root', 'text'] },
  files: () => [{ kind: 'list', entry: /x/, roots: ['list'], records: ['item'] }],
  mapper: () => (record, place) => ({
    stage: { rows: { a: JSON.stringify(record), root: JSON.stringify(place.root), text: String(place.line) } },
  }),
  apply: async () => ({}),
};

/** Records of two names are never cut apart: one strict parser reads the file from end to end. */
const strict: XmlConnector = {
  ...xml,
  files: () => xml.files({ subjectCode: '' }).map((file) => ({ ...file, records: ['item', 'never'] })),
};

/** Rows, failures and the reason of refusal as one comparable text. */
async function read(connector: Connector, content: Buffer, chunk: number, pieceBytes: number): Promise<string> {
  const source = {
    name: 'x',
    bytes: content.length,
    readBytes: () => 0,
    async *entries() {
      yield { name: 'x', chunks: chunksOf(content, chunk) };
    },
  };
  const work: PieceWork = {
    run: { id: 'run', factDate: '2026-01-01', startedAt: new Date(0) },
    kind: connector.kind === 'xml' ? 'xml' : 'text',
    markSeed: 'probe',
    copy: { importId: 'run', stage: connector.stage, marked: ['rows'] },
    known: null,
    repeats: connector.kind === 'xml' ? [] : (connector.repeats ?? []),
    mapperModule: null,
  };
  const mapper = () => connector.mapper(work.run, NO_CONTEXT) as PieceMapper;
  const reading: Reading = {
    source,
    run: work.run,
    limits: { ratio: 1000, entries: 100, bytes: 1e9 },
    subjectCode: '72',
    mapper,
    encoding: null,
    delimiter: null,
  };
  const pool = new BufferPool();
  const reader = pieceReader(work, mapper());
  const [rows, failed]: [string[], string[]] = [[], []];
  try {
    for await (const piece of cutSource(reading, connector, pool, pieceBytes)) {
      const done = reader(piece);
      rows.push(...done.copies.map(({ bytes }) => new TextDecoder().decode(bytes)));
      failed.push(...done.failed.map((row) => JSON.stringify(row)));
    }
  } catch (error) {
    failed.push(`refused ${String(error).replace(/:\d+:\d+ .*/, '')}`);
    rows.length = 0;
  }
  return [...rows.join('').replaceAll(MARK, '').split('\n'), ...failed.toSorted()].join('\n');
}

/** A row that came apart from its neighbours has a mark, a joined one has none: it does not count here. */
const MARK = /\t(-?\d+|\\N)(?=\n)/g;

async function* chunksOf(content: Buffer, size: number) {
  for (let at = 0; at < content.length; at += size) yield content.subarray(at, at + size);
}

const whole = 1 << 20;
const random = seeded(7);
const pick = <T>(from: readonly T[]): T => from[random.between(0, from.length - 1)] as T;
const many = (most: number, make: () => string) => Array.from({ length: random.between(0, most) }, make).join('');

describe('delimited text', () => {
  const hostile = [
    'x',
    'Ы',
    '"',
    '""',
    '|',
    '|',
    '|',
    '\n',
    '\n',
    '\r\n',
    ' ',
    '  ',
    'bad',
    'x|y|z|w\n',
    'x|y|z|bad\n',
    '"q|y"|2|3|4\n',
    '"',
    '\\',
    '\t',
  ];

  it('is the same however it is cut', async () => {
    for (let round = 0; round < 150; round += 1) {
      const content = Buffer.from(`a|b|c|d\n${many(120, () => pick(hostile))}`);
      const expected = await read(table, content, whole, whole);
      for (const pieceBytes of [1, 16, 64]) expect(await read(table, content, random.between(1, 40), pieceBytes)).toBe(expected);
    }
  });

  it('of windows-1251 and UTF-16 too', async () => {
    const text = `a|b|c|d\n${'Ы|x|"1|2"|bad\nЫ|x|1|2\n"Ы|\n'.repeat(30)}`;
    const wide = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]);
    const cp1251 = Buffer.from(text.replaceAll('Ы', '\u00db'), 'latin1');
    const expected = await read(table, Buffer.from(text), whole, whole);
    for (const content of [wide, cp1251]) expect(await read(table, content, 7, 32)).toBe(expected);
  });
});

describe('XML', () => {
  const records = ['<item a="1"/>', '<item a="1" b="Ы &lt;"/>\n', "<item a='1'/>", '<item a="/>" />', '<item a="x"/> '];
  const hostile = [
    ...records,
    ...records,
    '<item>x<item a="2"/></item>',
    '<!-- <item/> -->',
    '<![CDATA[<item a="9"/>]]>',
    '<other><item a="3"/></other>',
  ];
  const broken = [
    '<item a="1" a="2"/>',
    '<item a=1/>',
    '<item a="1"/',
    '&x;',
    '<item a="<"/>',
    '\u0001',
    '</list>',
    '<item',
    'text',
  ];

  it('is the same however it is cut', async () => {
    const outcomes = new Set<string>();
    for (let round = 0; round < 200; round += 1) {
      const parts = () => pick(random.between(1, 40) === 1 ? broken : round % 3 === 0 ? hostile : records);
      const content = Buffer.from(
        `<?xml version="1.0"?>\n<list v="1">${many(40, parts)}</list>\n${pick(['', '', '<!-- end -->', '<list/>'])}`,
      );
      const expected = await read(strict, content, whole, whole);
      for (const pieceBytes of [1, 32, 100]) expect(await read(xml, content, random.between(1, 60), pieceBytes)).toBe(expected);
      outcomes.add(expected.includes('refused') ? 'refused' : 'read');
    }
    expect([...outcomes].toSorted()).toEqual(['read', 'refused']);
  });
});
