// The state of a firm or an entrepreneur by the register's words: none of them means it works.
import type { ImportRun, XmlNode } from '@zhkh/imports';
import type { RegistrationStatus } from '../../db-fns.ts';
import { pastDate } from './fns-values.ts';
import { nodesAt, valueAt } from './xml-path.ts';

export interface Standing {
  status: RegistrationStatus;
  /** The register's own words. */
  text: string | null;
  on: string | null;
}

/** Worst first: a firm may stand in several states. */
const STATES: readonly (readonly [RegExp, RegistrationStatus])[] = [
  [/исключени/i, 'excluding'],
  [/банкрот|несостоятельн|конкурсн|наблюдени|внешнее управление|финансовое оздоровление/i, 'bankrupt'],
  [/ликвид/i, 'liquidating'],
  [/реорганиз/i, 'reorganising'],
];

export function firmStanding(record: XmlNode, run: ImportRun): Standing {
  if (nodesAt(record, 'СвПрекрЮЛ').length > 0)
    return ended(valueAt(record, 'СвПрекрЮЛ/СпПрекрЮЛ@НаимСпПрекрЮЛ'), pastDate(record, 'СвПрекрЮЛ@ДатаПрекрЮЛ', run));
  const states = [...nodesAt(record, 'СвСтатус/СвСтатус'), ...nodesAt(record, 'СвРеорг/СвСтатус')];
  const names = states.map((node) => valueAt(node, '@НаимСтатусЮЛ'));
  const decided = nodesAt(record, 'СвСтатус/СвРешИсклЮЛ').length > 0;
  const standing = current(names, decided);
  return standing.status === 'excluding' ? { ...standing, on: pastDate(record, 'СвСтатус/СвРешИсклЮЛ@ДатаРеш', run) } : standing;
}

export function entrepreneurStanding(record: XmlNode, run: ImportRun): Standing {
  if (nodesAt(record, 'СвПрекращ').length > 0) {
    const on = pastDate(record, 'СвПрекращ/СвСтатус@ДатаПрекращ', run) ?? pastDate(record, 'СвПрекращ@ДатаПрекращ', run);
    return ended(valueAt(record, 'СвПрекращ/СвСтатус@НаимСтатус'), on);
  }
  return current(
    nodesAt(record, 'СвСтатус/СвСтатус').map((node) => valueAt(node, '@НаимСтатус')),
    false,
  );
}

function ended(text: string, on: string | null): Standing {
  return { status: /исключен/i.test(text) ? 'excluded' : 'ceased', text: text || null, on };
}

function current(names: readonly string[], decided: boolean): Standing {
  const text = names.filter(Boolean).join('; ') || null;
  if (decided) return { status: 'excluding', text, on: null };
  if (!text) return { status: 'active', text: null, on: null };
  return { status: STATES.find(([pattern]) => pattern.test(text))?.[1] ?? 'other', text, on: null };
}
