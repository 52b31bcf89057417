// Archives that lie, climb, nest and burst.
import { createWriteStream } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip, gzipSync } from 'node:zlib';
import tar from 'tar-stream';
import { type ZipPart, writeZip } from '../../testing/zip-writer.ts';
import type { Random } from '@zhkh/tools/testing/seeded';
import type { Base, HostileFile } from './hostile-file.ts';

const BOMB = 400_000_000;

function* zeros(bytes: number, head = '', filling = 0x30): Generator<Buffer> {
  yield Buffer.from(head);
  const piece = Buffer.alloc(1_000_000, filling);
  for (let at = 0; at < bytes; at += piece.length) yield piece;
}

async function tarGz(
  filePath: string,
  entries: readonly { header: Partial<tar.Header> & { name: string }; body?: string | Buffer }[],
): Promise<void> {
  const pack = tar.pack();
  for (const { header, body } of entries) pack.entry(header, body ?? '');
  pack.finalize();
  await pipeline(pack, createGzip(), createWriteStream(filePath));
}

/** Writes a sound ZIP, then changes its bytes. */
async function zipThen(filePath: string, parts: Iterable<ZipPart>, change: (zip: Buffer) => Buffer): Promise<void> {
  await writeZip(filePath, parts);
  await writeFile(filePath, change(await readFile(filePath)));
}

const CENTRAL = Buffer.from('PK\x01\x02', 'latin1');

function patched(zip: Buffer, offset: number, bytes: number, value: number): Buffer {
  const at = zip.indexOf(CENTRAL);
  zip.writeUIntLE(value, at + offset, bytes);
  return zip;
}

export function archivesOf(base: Base, random: Random): HostileFile[] {
  const good = { name: base.entry, text: [base.text] };
  const zip = (title: string, parts: () => Iterable<ZipPart>, change?: (bytes: Buffer) => Buffer): HostileFile => ({
    title: `zip: ${title}`,
    connector: base.connector,
    fileName: 'source.zip',
    write: async (filePath) => {
      if (change) await zipThen(filePath, parts(), change);
      else await writeZip(filePath, parts());
    },
  });
  const cut = random.between(30, 90) / 100;
  return [
    zip('empty', () => []),
    zip('only strangers', () => [{ name: 'readme.md', text: ['x'] }]),
    zip('a name that climbs', () => [{ name: `../../../tmp/${base.entry}`, text: [base.text] }]),
    zip('an absolute name', () => [{ name: `/etc/${base.entry}`, text: [base.text] }]),
    zip('a name with backslashes', () => [{ name: `..\\..\\${base.entry}`, text: [base.text] }]),
    zip('a name with NUL', () => [
      { name: `a\0/${base.entry}`, text: ['\0\0\0'] },
      { name: `b\0/${base.entry}`, text: [base.text] },
    ]),
    zip('a name of 60 kB', () => [{ name: `${'d/'.repeat(30_000)}${base.entry}`, text: [base.text] }]),
    zip('an archive inside', () => [good, { name: 'inner.zip', text: [base.text] }]),
    zip('a gzip inside', () => [{ name: `${base.entry}.gz`, text: [gzipSync(base.text)] }]),
    zip('the same name twice', () => [good, good]),
    zip('a bomb', () => [{ name: base.entry, text: zeros(BOMB, base.text.slice(0, 3000)) }]),
    zip('a bomb after an honest file', () => [good, { name: base.entry, text: zeros(BOMB, base.text.slice(0, 3000), 0x0a) }]),
    zip('a bomb nobody asked for', () => [good, { name: 'other.bin', text: zeros(BOMB) }]),
    zip('20 000 empty files', () => Array.from({ length: 20_000 }, (_, at) => ({ name: `${at}/${base.entry}`, text: [''] }))),
    zip('ten thousand files of a row', () =>
      Array.from({ length: 10_000 }, (_, at) => ({ name: `${at}/${base.entry}`, text: [firstLines(base.text)] })),
    ),
    zip('one stream under a thousand names', () => [good], overlapping),
    zip(
      'sizes of ZIP64 that are not there',
      () => [good],
      (bytes) => patched(patched(bytes, 20, 4, 0xffffffff), 24, 4, 0xffffffff),
    ),
    zip(
      'sizes of ZIP64',
      () => [good],
      (bytes) => withZip64(bytes),
    ),
    zip(
      'sizes of ZIP64 without measure',
      () => [good],
      (bytes) => withZip64(bytes, 2 ** 50),
    ),
    zip(
      'an end after the end',
      () => [good],
      (bytes) => Buffer.concat([bytes, bytes.subarray(bytes.length - 22)]),
    ),
    zip(
      'a book of passwords: strong encryption',
      () => [good],
      (bytes) => patched(patched(bytes, 8, 2, 0x0849), 10, 2, 99),
    ),
    zip('a descriptor that lies', () => [good], lyingDescriptor),
    zip(
      'locked',
      () => [good],
      (bytes) => patched(bytes, 8, 2, 0x0809),
    ),
    zip(
      'a size that lies downwards',
      () => [good],
      (bytes) => patched(bytes, 24, 4, 10),
    ),
    zip(
      'a size that lies upwards',
      () => [good],
      (bytes) => patched(bytes, 24, 4, 0x7fffffff),
    ),
    zip(
      'an unknown method',
      () => [good],
      (bytes) => patched(bytes, 10, 2, 99),
    ),
    zip(
      'a wrong checksum',
      () => [good],
      (bytes) => patched(bytes, 16, 4, 1),
    ),
    zip(
      'a place beyond the end',
      () => [good],
      (bytes) => patched(bytes, 42, 4, 0x7ffffff0),
    ),
    zip(
      'cut',
      () => [good],
      (bytes) => bytes.subarray(0, Math.floor(bytes.length * cut)),
    ),
    zip(
      'bytes of the data changed',
      () => [good],
      (bytes) => changed(bytes, random),
    ),
    ...packed(base, cut),
  ];
}

function firstLines(text: string): string {
  return text.startsWith('<') || text.startsWith('\uFEFF<') ? text : text.split('\n').slice(0, 2).join('\n');
}

const LAST = 22;

/** The directory names the same bytes again and again: what unpacks is a thousand times what is there. */
function overlapping(zip: Buffer): Buffer {
  const from = zip.indexOf(CENTRAL);
  const entry = zip.subarray(from, zip.length - LAST);
  const end = Buffer.from(zip.subarray(zip.length - LAST));
  const list = Buffer.concat(Array.from({ length: 1000 }, () => entry));
  end.writeUInt16LE(1000, 8);
  end.writeUInt16LE(1000, 10);
  end.writeUInt32LE(list.length, 12);
  return Buffer.concat([zip.subarray(0, from), list, end]);
}

/** True sizes, told in the extra field of ZIP64. */
function withZip64(zip: Buffer, size?: number): Buffer {
  const from = zip.indexOf(CENTRAL);
  const entry = Buffer.from(zip.subarray(from, zip.length - LAST));
  const end = Buffer.from(zip.subarray(zip.length - LAST));
  const extra = Buffer.alloc(20);
  extra.writeUInt16LE(1, 0);
  extra.writeUInt16LE(16, 2);
  extra.writeBigUInt64LE(BigInt(size ?? entry.readUInt32LE(24)), 4);
  extra.writeBigUInt64LE(BigInt(entry.readUInt32LE(20)), 12);
  entry.writeUInt32LE(0xffffffff, 20);
  entry.writeUInt32LE(0xffffffff, 24);
  entry.writeUInt16LE(extra.length, 30);
  end.writeUInt32LE(entry.length + extra.length, 12);
  return Buffer.concat([zip.subarray(0, from), entry, extra, end]);
}

const DESCRIPTOR = Buffer.from('PK\x07\x08', 'latin1');

function lyingDescriptor(zip: Buffer): Buffer {
  zip.writeUInt32LE(7, zip.indexOf(DESCRIPTOR) + 12);
  return zip;
}

function changed(bytes: Buffer, random: Random): Buffer {
  for (let turn = 0; turn < 20; turn += 1) bytes[random.between(0, bytes.length - 1)] = random.between(0, 255);
  return bytes;
}

function packed(base: Base, cut: number): HostileFile[] {
  const file = (title: string, fileName: string, write: (filePath: string) => Promise<void>): HostileFile => ({
    title,
    connector: base.connector,
    fileName,
    write,
  });
  const gz = () => gzipSync(base.text);
  const name = (entry: string): Partial<tar.Header> & { name: string } => ({ name: entry });
  return [
    file('gzip: cut', `${base.entry}.gz`, (to) => writeFile(to, gz().subarray(0, Math.floor(gz().length * cut)))),
    file('gzip: rubbish after the end', `${base.entry}.gz`, (to) => writeFile(to, Buffer.concat([gz(), Buffer.from('rubbish')]))),
    file('gzip: only its mark', `${base.entry}.gz`, (to) => writeFile(to, Buffer.from([0x1f, 0x8b]))),
    file('gzip: in gzip', `${base.entry}.gz`, (to) => writeFile(to, gzipSync(gz()))),
    file('gzip: a bomb', `${base.entry}.gz`, (to) =>
      pipeline(Readable.from(zeros(BOMB, base.text.slice(0, 3000), 0x0a)), createGzip(), createWriteStream(to)),
    ),
    file('tar: names that climb', 'source.tar.gz', (to) =>
      tarGz(to, [{ header: name(`../../../tmp/${base.entry}`), body: base.text }]),
    ),
    file('tar: a link', 'source.tar.gz', (to) =>
      tarGz(to, [
        { header: { name: base.entry, type: 'symlink', linkname: '/etc/passwd' } },
        { header: name(base.entry), body: base.text },
      ]),
    ),
    file('tar: an archive inside', 'source.tar.gz', (to) => tarGz(to, [{ header: name('inner.tar.gz'), body: gz() }])),
    file('tar: a device', 'source.tar.gz', (to) => tarGz(to, [{ header: { name: base.entry, type: 'character-device' } }])),
    file('tar: no tar at all', 'source.tar.gz', (to) => writeFile(to, gz())),
    file('tar: cut', 'source.tar.gz', async (to) => {
      await tarGz(to, [{ header: name(base.entry), body: base.text }]);
      const bytes = await readFile(to);
      await writeFile(to, bytes.subarray(0, Math.floor(bytes.length * cut)));
    }),
  ];
}
