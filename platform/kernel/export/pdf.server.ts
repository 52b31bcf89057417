// Builds a paper as PDF over pdfkit: A4, Golos Text embedded, a title, paragraphs, facts, tables, page numbers.
import { createRequire } from 'node:module';
import { buffer } from 'node:stream/consumers';
import PDFDocument from 'pdfkit';

export interface PdfPaper {
  paragraph(text: string): void;
  heading(text: string): void;
  /** Names on the left, values on the right. */
  facts(pairs: readonly (readonly [name: string, value: string])[]): void;
  /** `shares`: how wide the columns are to each other; equal when not given. The head is repeated on every page. */
  table(head: readonly string[], rows: Iterable<readonly string[]>, shares?: readonly number[]): void;
}

export interface PdfOptions {
  title: string;
  /** Language of the text, for screen readers: ru, en. */
  locale: string;
  /** When the paper was made, in its properties: the same input gives the same file. */
  madeAt: Date;
  /** Words of the foot, by page: «Страница 1 из 3». */
  foot(page: number, pages: number): string;
}

type Doc = PDFKit.PDFDocument;

const { resolve } = createRequire(import.meta.url);
const FONTS = {
  regular: resolve('@expo-google-fonts/golos-text/400Regular/GolosText_400Regular.ttf'),
  bold: resolve('@expo-google-fonts/golos-text/700Bold/GolosText_700Bold.ttf'),
} as const;

/** Points: 72 to an inch. */
const MARGIN = 50;
const CELL = 4;
const SIZES = { title: 18, heading: 13, text: 10.5, table: 9, foot: 8 } as const;
const INK = { text: '#1a1f26', quiet: '#5b6470', line: '#c9ced6' } as const;

export async function pdfPaper(options: PdfOptions, write: (paper: PdfPaper) => void): Promise<Buffer> {
  const { title, locale, madeAt } = options;
  const doc = new PDFDocument({
    size: 'A4',
    margin: MARGIN,
    bufferPages: true,
    lang: locale,
    displayTitle: true,
    font: FONTS.regular,
    info: { Title: title, CreationDate: madeAt, ModDate: madeAt },
  });
  const bytes = buffer(doc);
  for (const [name, file] of Object.entries(FONTS)) doc.registerFont(name, file);
  words(doc, title, 'bold', SIZES.title);
  write(paperOf(doc));
  numberPages(doc, options);
  doc.end();
  return bytes;
}

function paperOf(doc: Doc): PdfPaper {
  return {
    paragraph: (text) => words(doc, text, 'regular', SIZES.text),
    heading: (text) => words(doc, text, 'bold', SIZES.heading),
    facts: (pairs) => drawRows(doc, pairs, { widths: widthsOf(doc, [1, 2]), size: SIZES.text, ruled: false }),
    table: (head, rows, shares = head.map(() => 1)) =>
      drawRows(doc, rows, { widths: widthsOf(doc, shares), size: SIZES.table, ruled: true, head }),
  };
}

function words(doc: Doc, text: string, font: keyof typeof FONTS, size: number): void {
  doc.font(font).fontSize(size).fillColor(INK.text).text(text, MARGIN).moveDown(0.6);
}

function widthsOf(doc: Doc, shares: readonly number[]): number[] {
  const whole = shares.reduce((sum, share) => sum + share, 0);
  const width = doc.page.width - 2 * MARGIN;
  return shares.map((share) => (width * share) / whole);
}

interface Look {
  widths: readonly number[];
  size: number;
  ruled: boolean;
  head?: readonly string[];
}

function drawRows(doc: Doc, rows: Iterable<readonly string[]>, look: Look): void {
  doc.fontSize(look.size);
  if (look.head) drawRow(doc, look.head, look, 'bold');
  for (const row of rows) {
    if (doc.y + heightOf(doc, row, look) > doc.page.height - MARGIN) {
      doc.addPage();
      if (look.head) drawRow(doc, look.head, look, 'bold');
    }
    drawRow(doc, row, look, 'regular');
  }
  doc.x = MARGIN;
  doc.moveDown(0.8);
}

function drawRow(doc: Doc, row: readonly string[], look: Look, font: keyof typeof FONTS): void {
  doc.font(font).fillColor(INK.text);
  const top = doc.y;
  const bottom = top + heightOf(doc, row, look);
  let left = MARGIN;
  look.widths.forEach((width, column) => {
    doc.text(row[column] ?? '', left + CELL, top + CELL, { width: width - 2 * CELL, height: bottom - top });
    left += width;
  });
  if (look.ruled) doc.moveTo(MARGIN, bottom).lineTo(left, bottom).lineWidth(0.5).strokeColor(INK.line).stroke();
  doc.y = bottom;
}

/** A row is as high as its highest cell, but never higher than a page: what does not fit is cut. */
function heightOf(doc: Doc, row: readonly string[], { widths }: Look): number {
  const heights = row.map((text, column) => doc.heightOfString(text || ' ', { width: (widths[column] ?? MARGIN) - 2 * CELL }));
  return Math.min(Math.max(...heights) + 2 * CELL, doc.page.height - 2 * MARGIN);
}

function numberPages(doc: Doc, { foot }: PdfOptions): void {
  const { start, count } = doc.bufferedPageRange();
  for (let page = start; page < start + count; page += 1) {
    doc.switchToPage(page);
    doc.page.margins.bottom = 0;
    doc.font('regular').fontSize(SIZES.foot).fillColor(INK.quiet);
    doc.text(foot(page + 1, count), MARGIN, doc.page.height - 32, { align: 'center', width: doc.page.width - 2 * MARGIN });
  }
}
