// npm run bench -- fns [documents]: a set of the whole country (income and expenses, thousands of small XML in one ZIP) into a region
// that knows a few of its firms: documents a second, megabytes a second, memory of the process that loads.
import { execFileSync } from 'node:child_process';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { type ImportReport } from '@zhkh/imports';
import { completeInn } from '@zhkh/kernel/checks';
import { makeCompany } from '../testing/factories.ts';
import { addressesOf, openGround, writeZip } from '@zhkh/imports/testing';

const PER_FILE = 100;
const KNOWN = 300;

const documents = Number(process.argv[2] ?? 2_600_000);
const inn = (at: number) => completeInn(String(100_000_000 + at * 97));

function* parts(): Generator<{ name: string; text: string[] }> {
  for (let file = 0; file * PER_FILE < documents; file += 1) {
    const count = Math.min(PER_FILE, documents - file * PER_FILE);
    let text = `<?xml version="1.0" encoding="UTF-8"?><Файл ИдФайл="F${file}" ВерсФорм="4.01" ТипИнф="ОТКРДАННЫЕ5" КолДок="${count}">`;
    for (let at = file * PER_FILE; at < file * PER_FILE + count; at += 1) text += documentOf(at);
    yield { name: `VO_OTKRDAN5_9965_9965_20250715_${file}.xml`, text: [`${text}</Файл>`] };
  }
}

function documentOf(at: number): string {
  return (
    `<Документ ИдДок="7a3c9d10-0000-4000-8000-${String(at).padStart(12, '0')}" ДатаДок="15.07.2025" ДатаСост="31.12.2024">` +
    `<СведНП НаимОрг="ОБЩЕСТВО С ОГРАНИЧЕННОЙ ОТВЕТСТВЕННОСТЬЮ &quot;КРЫША ${at}&quot;" ИННЮЛ="${inn(at)}"/>` +
    `<СведДохРасх СумДоход="${at}000.00" СумРасход="${at}00.50"/></Документ>`
  );
}

interface Loaded {
  report: ImportReport;
  seconds: number;
  megabytes: number;
}

const ground = await openGround();
try {
  const filePath = path.join(ground.folder, 'data-20250725-structure-20180110.zip');
  const size = (await writeZip(filePath, parts())) / 1e6;
  const packed = (await stat(filePath)).size / 1e6;
  const step = Math.max(1, Math.floor(documents / KNOWN));
  for (let known = 0; known < KNOWN; known += 1) await makeCompany(ground.ctx, { inn: inn(known * step) });
  process.stdout.write(`${documents} documents, ${size.toFixed(0)} MB in a ZIP of ${packed.toFixed(0)} MB\n`);
  const job = JSON.stringify({ addresses: addressesOf(ground.postgres, ground.folder), connector: 'revexp', filePath });
  for (const turn of ['first load', 'the same again']) {
    const answer = execFileSync(process.execPath, [path.join(import.meta.dirname, 'fns/load.ts'), job], { encoding: 'utf8' });
    const { report, seconds, megabytes } = JSON.parse(answer) as Loaded;
    if (report.state !== 'done' || report.rowsRead !== documents)
      throw new Error(`Read ${report.rowsRead}: ${report.error ?? report.state}`);
    const rate = `${Math.round(documents / seconds)} documents/s, ${(size / seconds).toFixed(0)} MB/s`;
    process.stdout.write(
      `${turn}: ${seconds.toFixed(1)} s, ${rate}, at most ${megabytes.toFixed(0)} MB, ${JSON.stringify(report.counts)}\n`,
    );
  }
} finally {
  await ground.close();
}
