// Status of a complaint or a process: a word first, then a glyph, then a tint.
import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { Icon } from './icon.tsx';
import type { IconName } from './icon-shapes.ts';
import { useWords } from './words.ts';

const LOOKS = {
  sent: ['ring', ''],
  new: ['ring', ''],
  delivered: ['envelope', ''],
  work: ['half', 'st--work'],
  answer: ['speech', 'st--answer'],
  waits: ['speech', 'st--answer'],
  soon: ['clock', 'st--answer'],
  resolved: ['check', 'st--ok'],
  refuted: ['cross', 'st--no'],
  late: ['triangle', 'st--late'],
  paused: ['pause', ''],
} as const satisfies Record<string, readonly [IconName, string]>;

export type StatusKind = keyof typeof LOOKS;

/** `children` replaces the usual word («Работает», «Создаётся, шаг 6 из 9»). */
export function StatusPill({ kind, children }: { kind: StatusKind; children?: ReactNode }) {
  const t = useWords();
  const [icon, tint] = LOOKS[kind];
  return (
    <span className={classNames('st', tint)}>
      <Icon name={icon} />
      {children ?? t(`status.${kind}`)}
    </span>
  );
}

/** A counter in a pill; red only for overdue and signals. */
export function Count({ children, late }: { children: ReactNode; late?: boolean }) {
  return <span className={classNames('count', late && 'count--late')}>{children}</span>;
}

export function Tag({ children }: { children: ReactNode }) {
  return <span className="tag">{children}</span>;
}
