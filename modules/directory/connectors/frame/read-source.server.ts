// Reads a source row by row into the sink, whatever it is.
import type { Context } from '@zhkh/platform/module.server';
import type { Connector, ImportRun } from './connector.ts';
import type { Limits } from './limits.ts';
import { headOf, openSource } from './open-source.server.ts';
import type { Reading, Sink } from './reading.ts';
import { readText } from './read-text.server.ts';
import { readWorkbook } from './read-workbook.server.ts';
import { readXml } from './read-xml.server.ts';

export interface SourceFile {
  filePath: string;
  fileName?: string;
}

export async function openReading(ctx: Context, file: SourceFile, run: ImportRun, limits: Limits): Promise<Reading> {
  return { source: await openSource(file.filePath, limits, file.fileName), run, ctx, encoding: null, delimiter: null };
}

export async function readSource(reading: Reading, connector: Connector, file: SourceFile, sink: Sink): Promise<void> {
  if (connector.kind === 'xml') return readXml(reading, connector, sink);
  const workbook = connector.kind === 'xlsx' || (connector.kind === 'table' && (await isWorkbook(file)));
  return workbook ? readWorkbook(reading, connector, file.filePath, sink) : readText(reading, connector, sink);
}

/** A workbook is a ZIP too: its name tells it from an archive of texts. */
async function isWorkbook(file: SourceFile): Promise<boolean> {
  const magic = await headOf(file.filePath, 2);
  return magic.toString('latin1') === 'PK' && /\.xlsx$/i.test(file.fileName ?? file.filePath);
}
