// Door of export: tables and papers as files, with one guard against formulas.
export { csvOf, csvPieces, type CsvDialect } from './csv.server.ts';
export { download, FILE_TYPES, type FileFormat, tableFile } from './download.server.ts';
export { pdfPaper, type PdfPaper } from './pdf.server.ts';
export type { Cell } from './table.ts';
export { xlsxOf, xlsxStream } from './xlsx.server.ts';
export { zipStream, type ZipEntry } from './zip.server.ts';
