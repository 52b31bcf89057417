// Files are what spreadsheets and readers take them for: CSV, workbook, ZIP, PDF; no text in them is run as a formula.
import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import fc from 'fast-check';
import readXlsxFile from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { csvOf, pdfPaper, tableFile, xlsxOf, xlsxStream, zipStream } from './index.server.ts';
import { guarded, startsFormula } from './formula-guard.ts';

const SIGNS = ['=', '+', '-', '@', '\t', '\r', '\n', '\uFF1D', '\uFF0B', '\uFF0D', '\uFF20'];
const blanks = fc.string({ unit: fc.constantFrom(' ', '\u00A0', '\u2003', '\t', '\uFEFF', '\u200B'), maxLength: 4 });

describe('the guard against formulas', () => {
  it('marks whatever starts with a sign, blanks before it or not', () => {
    fc.assert(
      fc.property(blanks, fc.constantFrom(...SIGNS), fc.string(), (before, sign, rest) => {
        expect(startsFormula(before + sign + rest)).toBe(true);
        expect(guarded(before + sign + rest)).toBe(`'${before}${sign}${rest}`);
      }),
    );
  });

  it('lets every other text pass as it is', () => {
    fc.assert(
      fc.property(fc.constantFrom('а', 'Z', '7', '«', '№', "'"), fc.string(), (first, rest) => {
        expect(guarded(first + rest)).toBe(first + rest);
      }),
    );
  });

  it('holds in each cell of a CSV, whatever quotes and breaks it has', () => {
    const cell = fc.oneof(
      fc.string(),
      fc.tuple(blanks, fc.constantFrom(...SIGNS), fc.string()).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 5 }), (rows) => {
        for (const dialect of ['office', 'machine'] as const)
          for (const read of cellsOf(csvOf(rows, dialect), dialect === 'office' ? ';' : ',').flat())
            expect(startsFormula(read)).toBe(false);
      }),
    );
  });
});

/** RFC 4180 read back by hand. */
function cellsOf(csv: string, delimiter: string): string[][] {
  const rows: string[][] = [[]];
  let cell = '';
  let quoted = false;
  for (let at = 1; at < csv.length; at += 1) {
    const sign = csv.charAt(at);
    if (quoted && sign === '"' && csv[at + 1] === '"') cell += csv.charAt(++at);
    else if (sign === '"') quoted = !quoted;
    else if (!quoted && (sign === delimiter || sign === '\r')) {
      rows.at(-1)?.push(cell);
      cell = '';
      if (sign === '\r') {
        rows.push([]);
        at += 1;
      }
    } else cell += sign;
  }
  return rows.slice(0, -1);
}

describe('CSV', () => {
  it('opens in a Russian Excel: a byte order mark, semicolons, a decimal comma, CR LF', () => {
    const csv = csvOf([
      ['Адрес', 'Площадь', 'Год'],
      ['ул. "Мира"; 1', 12.5, null],
    ]);
    expect(csv).toBe('\uFEFFАдрес;Площадь;Год\r\n"ул. ""Мира""; 1";12,5;\r\n');
  });

  it('is read by machines: commas and a decimal point', () => {
    expect(csvOf([['a, b', -12.5, '']], 'machine')).toBe('\uFEFF"a, b",-12.5,\r\n');
  });

  it('reads back as it was written', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.string(), fc.string()), { minLength: 1, maxLength: 5 }), (rows) => {
        expect(cellsOf(csvOf(rows), ';')).toEqual(rows.map((row) => row.map(guarded)));
      }),
    );
  });

  it('streams a table as a download', async () => {
    const answer = tableFile({ name: 'houses', format: 'csv', head: ['n'], batches: numbers(3) });
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="houses.csv"');
    expect(Buffer.from(await answer.arrayBuffer()).toString('utf8')).toBe("\uFEFFn\r\n0;'=0\r\n1;'=1\r\n2;'=2\r\n");
  });
});

async function* numbers(count: number, size = 1000) {
  for (let at = 0; at < count; at += size)
    yield Array.from({ length: Math.min(size, count - at) }, (_, index) => [at + index, `=${at + index}`]);
}

describe('a workbook', () => {
  it('keeps text as text and numbers as numbers', async () => {
    const rows = [
      ['Имя', 'Число', 'Пусто', 'Формула'],
      ['<Мир & "дом">\u0007', 1.5, null, '=1+1'],
    ];
    expect(await readXlsxFile(await xlsxOf(rows))).toEqual([
      { sheet: 'Данные', data: [rows[0], ['<Мир & "дом">', 1.5, null, '=1+1']] },
    ]);
  });

  it('names its columns past Z', async () => {
    const head = Array.from({ length: 30 }, (_, column) => `к${column}`);
    const [sheet] = await readXlsxFile(await xlsxOf([head]));
    expect(sheet?.data).toEqual([head]);
  });

  it('stops reading rows while nobody takes the bytes, and lets them go when the reader leaves', async () => {
    let asked = 0;
    let left = false;
    const batches = async function* () {
      try {
        for await (const rows of numbers(100_000)) {
          asked += 1;
          yield rows.map(([number]) => [number ?? 0, `${Math.sin(Number(number))}`.repeat(5)]);
        }
      } finally {
        left = true;
      }
    };
    const file = xlsxStream({ head: ['n', 'x'], batches: batches() });
    file.pipe(new PassThrough());
    const patient = { timeout: 15_000 };
    await expect.poll(() => asked, patient).toBeGreaterThan(0);
    for (let before = 0; before !== asked; ) {
      before = asked;
      await new Promise((done) => setTimeout(done, 300));
    }
    expect(asked).toBeLessThan(50);
    file.destroy();
    await expect.poll(() => left, patient).toBe(true);
  });

  it('fails when its rows fail', async () => {
    const broken = async function* () {
      yield [['a']];
      throw new Error('the database went away');
    };
    await expect(buffer(xlsxStream({ head: ['h'], batches: broken() }))).rejects.toThrow('went away');
  });
});

it('a ZIP of the same entries is the same bytes', async () => {
  const make = () => buffer(zipStream([{ name: 'вложение.txt', body: ['один', Buffer.from('два')] }]));
  expect((await make()).equals(await make())).toBe(true);
});

describe('a paper', () => {
  const options = {
    title: 'Реестр обращений',
    locale: 'ru',
    madeAt: new Date('2026-03-01T10:00:00Z'),
    foot: (page: number, pages: number) => `Страница ${page} из ${pages}`,
  };

  it('embeds the product’s typeface and numbers its pages', async () => {
    const feet: string[] = [];
    const rows = Array.from({ length: 120 }, (_, at) => [`${at}`, 'Тюмень, улица Республики, дом 1', 'Принято в работу']);
    const file = await pdfPaper(
      { ...options, foot: (page, pages) => feet[feet.push(options.foot(page, pages)) - 1] ?? '' },
      (paper) => {
        paper.heading('Кратко');
        paper.paragraph('Номер № 5, сумма 10 ₽, «кавычки» — тире.');
        paper.facts([['Регион', 'Тюменская область']]);
        paper.table(['№', 'Адрес', 'Состояние'], rows, [1, 4, 2]);
      },
    );
    const raw = file.toString('latin1');
    expect(raw.startsWith('%PDF-')).toBe(true);
    expect(raw).toMatch(/\/FontName \/[A-Z]+\+GolosText-Regular/);
    expect(raw).toMatch(/\/FontName \/[A-Z]+\+GolosText-Bold/);
    expect(raw).toContain('/Lang (ru)');
    const pages = raw.match(/\/Type \/Page\b/g)?.length ?? 0;
    expect(pages).toBeGreaterThan(2);
    expect(feet).toEqual(Array.from({ length: pages }, (_, at) => `Страница ${at + 1} из ${pages}`));
  });

  it('is the same file for the same words', async () => {
    const make = () => pdfPaper(options, (paper) => paper.paragraph('Слово'));
    expect((await make()).equals(await make())).toBe(true);
  });
});
