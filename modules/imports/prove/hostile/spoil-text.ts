// Ways to spoil a table of text.
import type { Random } from '@zhkh/tools/testing/seeded';
import type { Spoil } from './hostile-file.ts';

const lines = (text: string) => text.split('\n');
const delimiterOf = (text: string) =>
  ['|', ';', '\t', ','].find((one) => (text.split('\n')[0] ?? '').split(one).length > 2) ?? ';';

/** Every line after the header, cell by cell. */
function cells(text: string, change: (cell: string, row: number, column: number) => string): string {
  const delimiter = delimiterOf(text);
  return lines(text)
    .map((line, row) =>
      row === 0
        ? line
        : line
            .split(delimiter)
            .map((cell, column) => change(cell, row, column))
            .join(delimiter),
    )
    .join('\n');
}

const someCells = (text: string, random: Random, values: readonly string[]) =>
  cells(text, (cell) => (random.next() < 0.3 ? random.pick(values) : cell));

const allCells =
  (value: string): Spoil =>
  (text) =>
    cells(text, () => value);

export function cp1251(text: string): Buffer {
  return Buffer.from([...text.replace(/^\uFEFF/, '')].map((char) => byteOf(char)));
}

function byteOf(char: string): number {
  const code = char.codePointAt(0) ?? 63;
  if (code < 128) return code;
  if (code >= 0x410 && code <= 0x44f) return code - 0x350;
  return { ё: 0xb8, Ё: 0xa8, '№': 0xb9, '«': 0xab, '»': 0xbb, '–': 0x96 }[char] ?? 63;
}

export const utf16le = (text: string) => Buffer.from(text, 'utf16le');
export const utf16be = (text: string) => utf16le(text).swap16();

export const spoilText: Readonly<Record<string, Spoil>> = {
  empty: () => '',
  'a byte': () => 'x',
  'only line ends': () => '\n'.repeat(100_000),
  'header only': (text) => lines(text)[0] ?? '',
  'windows-1251': (text) => cp1251(text),
  'windows-1251 after UTF-8': (text) => Buffer.concat([Buffer.from(text), cp1251(`\n${text}`)]),
  'UTF-16 LE with mark': (text) => utf16le(`\uFEFF${text}`),
  'UTF-16 BE with mark': (text) => utf16be(`\uFEFF${text}`),
  'UTF-16 without mark': (text) => utf16le(text.replace(/^\uFEFF/, '')),
  'UTF-16 with half a pair': (text) => Buffer.concat([utf16le(`\uFEFF${text}`), Buffer.from([0x00, 0xd8, 0x0a, 0x00])]),
  'UTF-16 BE without mark': (text) => utf16be(text.replace(/^\uFEFF/, '')),
  'UTF-32': (text) => Buffer.from([...text].flatMap((char) => [char.codePointAt(0) ?? 0, 0, 0, 0].map((code) => code & 255))),
  'half a pair in UTF-8': (text) => Buffer.concat([Buffer.from(text), Buffer.from([0x0a, 0xed, 0xa0, 0x80, 0x0a])]),
  'overlong UTF-8': (text) => Buffer.concat([Buffer.from(text), Buffer.from([0x0a, 0xc0, 0xaf, 0xe0, 0x80, 0xaf])]),
  'the header twice': (text) => `${lines(text)[0]}\n${text}`,
  'the header in the middle': (text) => `${text}\n${text}`,
  'line ends of every kind': (text) =>
    lines(text)
      .map((line, row) => line + ['\n', '\r\n', '\r', '\u2028'][row % 4])
      .join(''),
  'a line of 900 kB': (text) => `${text}\n${`x${delimiterOf(text)}`.repeat(300_000)}`,
  'two marks': (text) => `\uFEFF\uFEFF${text}`,
  'another delimiter': (text) => text.replaceAll(delimiterOf(text), '^'),
  'mixed delimiters': (text) =>
    lines(text)
      .map((line, row) => (row % 2 ? line.replaceAll(delimiterOf(text), ',') : line))
      .join('\n'),
  'NUL bytes in cells': (text) => cells(text, (cell) => `${cell}\0`),
  'NUL bytes at the start': (text) => `\0\0\0${text}`,
  'a line of 3 MB': (text) => `${text}\n${'я'.repeat(3_000_000)}`,
  'a cell of 900 kB': (text) => cells(text, (cell, row, column) => (row === 2 && column === 1 ? 'ю'.repeat(900_000) : cell)),
  'duplicate headers': (text) => `${lines(text)[0]}${delimiterOf(text)}${lines(text)[0]}\n${lines(text).slice(1).join('\n')}`,
  'a column missing': (text) =>
    lines(text)
      .map((line) => line.split(delimiterOf(text)).slice(1).join(delimiterOf(text)))
      .join('\n'),
  'a column too many in every second line': (text) =>
    lines(text)
      .map((line, row) => (row % 2 ? `${line}${delimiterOf(text)}x` : line))
      .join('\n'),
  'hundred thousand columns': (text) => `${lines(text)[0]}${`${delimiterOf(text)}c`.repeat(100_000)}\n${text}`,
  formulas: (text, random) =>
    someCells(text, random, ["=cmd|' /C calc'!A0", '@SUM(1+1)', '+1+1', '-2+3', '=HYPERLINK("http://x")']),
  'numbers without measure': (text, random) =>
    someCells(text, random, ['1e308', 'NaN', '-Infinity', '99999999999999999999999', '0x10', '1.5.5', '-0', '1e-400']),
  'everywhere 9e99': allCells('9e99'),
  'everywhere twenty digits': allCells('99999999999999999999'),
  'everywhere a word of COPY': allCells('\\N'),
  'the end of COPY': (text) => `${text}\n\\.\n${text}`,
  'backslashes and tabs': allCells('\\t\\\\\\x00\t'),
  'impossible dates': (text, random) =>
    someCells(text, random, ['0000-00-00', '31.04.2026', '29.02.2025', 'infinity', '294277-01-01', '2026-13-45', '01.01.0001']),
  'everywhere the year 9999': allCells('31.12.9999'),
  'open quotes': (text) => cells(text, (cell, row) => (row % 3 ? cell : `"${cell}`)),
  'half a million quotes': (text) => `${text}\n${'"'.repeat(500_000)}`,
  'quotes and delimiters by turns': (text) => `${text}\n${`"${delimiterOf(text)}`.repeat(200_000)}`,
  'SQL in cells': allCells("'); drop table house; --"),
  'names of prototypes': (text) =>
    `${lines(text)[0]}${delimiterOf(text)}__proto__${delimiterOf(text)}constructor\n${lines(text).slice(1).join('\n')}`,
  'text that runs backwards': (text) => cells(text, (cell) => `\u202E${cell}\u200B\u2066`),
  'emoji and combining marks': (text) => cells(text, (cell) => `${cell}💡${'\u0301'.repeat(200)}`),
  'lines ended by CR': (text) => text.replaceAll('\n', '\r'),
  'every row a hundred times': (text) => `${lines(text)[0]}\n${`${lines(text).slice(1).join('\n')}\n`.repeat(100)}`,
  'rows in reverse': (text) => [lines(text)[0], ...lines(text).slice(1).toReversed()].join('\n'),
  'a page of HTML': () => '<!doctype html><html><script>alert(1)</script></html>\n'.repeat(50),
  'a picture': () => Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'),
  'a program': () => Buffer.concat([Buffer.from('7f454c46', 'hex'), Buffer.alloc(5000, 1)]),
};
