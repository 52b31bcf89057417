// Reads the layout of a workbook: order of sheets, paths of texts and styles, first day of its calendar.
import { SourceError } from '../source/source-error.ts';
import type { Parts } from './parts.server.ts';
import { localName, readPart } from './xml-part.ts';

export interface Layout {
  /** Parts of the sheets, first sheet first. */
  sheets: readonly string[];
  strings: string | null;
  styles: string | null;
  from1904: boolean;
}

const MAX_SHEETS = 1000;

interface Relation {
  type: string;
  target: string;
}

export async function layoutOf(parts: Parts): Promise<Layout> {
  const relations = await relationsOf(parts);
  const { ids, from1904 } = await bookOf(parts);
  const sheets = ids.flatMap((id) => {
    const relation = relations.get(id);
    return relation?.type === 'worksheet' ? [relation.target] : [];
  });
  if (sheets.length === 0) throw new SourceError('not-workbook', 'no sheet');
  const partOf = (type: string, usual: string) => {
    const target = [...relations.values()].find((relation) => relation.type === type)?.target ?? usual;
    return parts.has(target) ? target : null;
  };
  return {
    sheets,
    strings: partOf('sharedStrings', 'xl/sharedStrings.xml'),
    styles: partOf('styles', 'xl/styles.xml'),
    from1904,
  };
}

async function relationsOf(parts: Parts): Promise<Map<string, Relation>> {
  const relations = new Map<string, Relation>();
  await readPart(await parts.open('xl/_rels/workbook.xml.rels'), {
    open(name, { Id = '', Type = '', Target = '' }) {
      if (name !== 'Relationship') return;
      relations.set(Id, { type: Type.split('/').at(-1) ?? '', target: placeOf(Target) });
      if (relations.size > MAX_SHEETS) throw new SourceError('not-workbook', 'relations');
    },
  });
  return relations;
}

function placeOf(target: string): string {
  return target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^\.\//, '')}`;
}

async function bookOf(parts: Parts): Promise<{ ids: string[]; from1904: boolean }> {
  const ids: string[] = [];
  let from1904 = false;
  await readPart(await parts.open('xl/workbook.xml'), {
    open(name, attributes) {
      if (name === 'workbookPr') from1904 = attributes.date1904 === '1' || attributes.date1904 === 'true';
      if (name !== 'sheet') return;
      const id = Object.entries(attributes).find(([key]) => key.includes(':') && localName(key) === 'id')?.[1];
      if (id) ids.push(id);
      if (ids.length > MAX_SHEETS) throw new SourceError('not-workbook', 'sheets');
    },
  });
  return { ids, from1904 };
}
