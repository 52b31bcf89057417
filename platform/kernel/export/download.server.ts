// Answers with a file to save: a ready text, or a table written while it is read.
import { Readable } from 'node:stream';
import { csvPieces } from './csv.server.ts';
import type { Table } from './table.ts';
import { xlsxStream } from './xlsx.server.ts';

export type FileFormat = 'csv' | 'xlsx' | 'pdf';

export const FILE_TYPES: Record<FileFormat, string> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pdf: 'application/pdf',
};

/** `name` is the file's name without its ending, in Latin letters. */
export function download(name: string, format: FileFormat, body: string | Uint8Array | Readable): Response {
  return new Response(bodyOf(body), {
    headers: {
      'Content-Type': FILE_TYPES[format],
      'Content-Disposition': `attachment; filename="${name}.${format}"`,
      'Cache-Control': 'no-store',
    },
  });
}

interface TableFile extends Table {
  name: string;
  format: 'csv' | 'xlsx';
  sheetName?: string;
}

/** For registers: written as the rows come, so their number does not matter. */
export function tableFile({ name, format, sheetName, ...table }: TableFile): Response {
  return download(name, format, format === 'csv' ? Readable.from(csvPieces(table)) : xlsxStream(table, sheetName));
}

function bodyOf(body: string | Uint8Array | Readable): BodyInit {
  if (typeof body === 'string') return body;
  if (body instanceof Readable) return Readable.toWeb(body.readableObjectMode ? encoded(body) : body) as BodyInit;
  return new Uint8Array(body);
}

/** A web response takes bytes only. */
const encoded = (texts: Readable) => texts.map((text: string) => Buffer.from(text, 'utf8'));
