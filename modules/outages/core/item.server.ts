// An outage as one line of a list or a card: ready words in the reader's language.
import type { Context } from '@zhkh/kernel/module.server';
import type { Selectable } from 'kysely';
import type { OutageTable } from '../db.ts';
import { type Phase, phaseOf } from '../domain/phase.ts';
import { headline, momentText, shortPeriod, whyText } from '../domain/phrase.ts';
import { iconOf } from '../domain/services.ts';
import { wordsOf } from './words.server.ts';

export const itemColumns = [
  'outage.id',
  'outage.number',
  'outage.kind',
  'outage.type',
  'outage.services',
  'outage.starts_at',
  'outage.ends_at',
  'outage.time_zone',
  'outage.reason_code',
  'outage.reason_text',
  'outage.info',
  'outage.place',
  'outage.house_count',
  'outage.author_name',
  'outage.supplier',
  'outage.company_id',
  'outage.state',
  'outage.closed_at',
  'outage.closed_by',
  'outage.cancel_reason',
] as const;

type Picked = Pick<
  Selectable<OutageTable>,
  (typeof itemColumns)[number] extends `outage.${infer Name}` ? Name & keyof OutageTable : never
>;

export interface Item {
  id: string;
  number: number;
  icon: string;
  /** «Нет горячей воды до 18:00» */
  title: string;
  /** «плановые работы: ремонт» */
  why: string;
  who: string;
  info: string;
  /** «25 ноя, 9:00 – 18:00» */
  when: string;
  phase: Phase;
  kind: 'planned' | 'emergency';
  /** «Должно было закончиться в 18:00» */
  overdue: string | null;
  /** Hours in all and hours left, for the windows; null without an end or before the start. */
  meter: { total: number; left: number } | null;
  place: string;
  houses: number;
  cancelReason: string;
  /** «Закончилось: 14:20» */
  ended: string | null;
}

const HOUR = 3_600_000;

export function itemOf(ctx: Context, row: Picked): Item {
  const words = wordsOf(ctx);
  const phase = phaseOf(row, words.now);
  const past = phase === 'overdue' && row.ends_at ? momentText(words, row.time_zone, row.ends_at) : null;
  const closed = row.state === 'over' && row.closed_by === 'person' ? { ...row, ends_at: row.closed_at } : row;
  return {
    id: row.id,
    number: row.number,
    icon: iconOf(row.services),
    title: headline(words, row),
    why: whyText(words, row),
    who: row.author_name || row.supplier,
    info: row.info,
    when: shortPeriod(words, closed),
    phase,
    kind: row.kind,
    overdue: past && words.t('overdue', { time: past }),
    meter: meterOf(row, phase, words.now),
    place: row.place,
    houses: row.house_count,
    cancelReason: row.cancel_reason,
    ended:
      phase === 'over' && row.closed_at ? words.t('ended-at', { time: momentText(words, row.time_zone, row.closed_at) }) : null,
  };
}

function meterOf(row: Pick<Picked, 'starts_at' | 'ends_at'>, phase: Phase, now: Date): Item['meter'] {
  if (!row.ends_at || (phase !== 'running' && phase !== 'overdue')) return null;
  const total = Math.max(1, Math.round((row.ends_at.getTime() - row.starts_at.getTime()) / HOUR));
  const left = (row.ends_at.getTime() - now.getTime()) / HOUR;
  return { total, left: left < 0 ? Math.min(-1, Math.floor(left)) : Math.max(1, Math.ceil(left)) };
}
