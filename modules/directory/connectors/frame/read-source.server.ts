// Reads a source row by row into the sink, whatever it is.
import type { Context } from '@zhkh/platform/module.server';
import type { Connector, ImportRun } from './connector.ts';
import type { Limits } from './limits.ts';
import { openSource } from './open-source.server.ts';
import type { Reading, Sink } from './reading.ts';
import { readText } from './read-text.server.ts';
import { readWorkbook } from './read-workbook.server.ts';
import { readWorkbooks } from './read-workbooks.server.ts';
import { readXml } from './read-xml.server.ts';
import { SourceError } from './source-error.ts';
import { shapeOf } from './source-shape.server.ts';

export interface SourceFile {
  filePath: string;
  fileName?: string;
}

export async function openReading(ctx: Context, file: SourceFile, run: ImportRun, limits: Limits): Promise<Reading> {
  return { source: await openSource(file.filePath, limits, file.fileName), run, ctx, encoding: null, delimiter: null };
}

export async function readSource(reading: Reading, connector: Connector, file: SourceFile, sink: Sink): Promise<void> {
  if (connector.kind === 'xml') return readXml(reading, connector, sink);
  const shape = connector.kind === 'csv' ? 'text' : await shapeOf(file.filePath, file.fileName ?? file.filePath);
  if (shape === 'workbooks') return readWorkbooks(reading, connector, sink);
  if (shape === 'workbook') return readWorkbook(reading, connector, file.filePath, sink);
  if (connector.kind === 'xlsx') throw new SourceError('not-workbook');
  return readText(reading, connector, sink);
}
