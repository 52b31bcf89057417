// Makes invented sources of any size in two editions; the second changes every hundredth row.
import path from 'node:path';
import { demoOzhf } from './demo-files.ts';
import { garParts, guidOf, inventedGar } from './gar-archive.ts';
import { writeZip } from './zip-writer.ts';

const VERSION = ['20260201', '20260301'] as const;

export async function garSource(folder: string, houses: number, edition: 1 | 2): Promise<string> {
  const version = VERSION[edition - 1] ?? VERSION[0];
  const file = path.join(folder, `gar-${version.replace(/^(....)(..)(..)$/, '$1-$2-$3')}.zip`);
  await writeZip(file, garParts(inventedGar(houses, { version, edition })));
  return file;
}

const PER_HOUSE = 60;
const PER_STREET = 40;
const COMPANIES = [116723205001, 116723205002, 116723205003].map((digits) => `${digits}${(digits % 11) % 10}`);

/** «Сведения по ОЖФ»: a row per flat. */
export async function ozhfSource(folder: string, rows: number, edition: 1 | 2): Promise<string> {
  const day = edition === 1 ? '01-02-2026' : '01-03-2026';
  const file = path.join(folder, `ozhf-${day}.zip`);
  await writeZip(file, [{ name: `Сведения по ОЖФ на ${day}_1.csv`, text: ozhfText(rows, edition) }]);
  return file;
}

function* ozhfText(rows: number, edition: 1 | 2): Generator<string> {
  let piece = `${demoOzhf().split('\n')[0]}\n`;
  for (let row = 0; row < rows; row += 1) {
    piece += `${ozhfRow(row, edition)}\n`;
    if (row % 500 === 499) {
      yield piece;
      piece = '';
    }
  }
  yield piece;
}

function ozhfRow(row: number, edition: 1 | 2): string {
  const house = Math.floor(row / PER_HOUSE);
  const street = Math.floor(house / PER_STREET);
  const flat = (row % PER_HOUSE) + 1;
  const company = COMPANIES[street % COMPANIES.length] ?? '';
  const cadastral = `72:23:${String(house).padStart(7, '0')}:${flat}${edition === 2 && row % 100 === 0 ? '1' : ''}`;
  const address = `625000, обл. Тюменская, г. Тюмень, ул. ${street + 1}-я Заречная, д. ${(house % PER_STREET) + 1}, корп. 1`;
  const name = `ОБЩЕСТВО С ОГРАНИЧЕННОЙ ОТВЕТСТВЕННОСТЬЮ "УПРАВЛЯЮЩАЯ КОМПАНИЯ "ПРИМЕР-${street % COMPANIES.length}"`;
  const owner = [address, '', guidOf('f1a50000', house), '71701000', 'УО', company, '720301001', name];
  const state = [
    'Многоквартирный',
    'Исправный',
    '4573.5869',
    '3110.0',
    'Нет',
    'Нет',
    '',
    'Жилое',
    '',
    String(flat),
    '',
    cadastral,
  ];
  return [...owner, ...state, guidOf('0f1a0000', house), guidOf('f1a70000', row), ''].join('|');
}
