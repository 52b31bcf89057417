// A deadline: what, until when, windows and words. `DeadlineLine` is its one-line form for lists and tables.
import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { keptTogether } from './text/kept-together.ts';
import { noBreak } from '@zhkh/kernel/i18n';
import { type Meter, Windows } from './windows.tsx';

export type DeadlineTone = 'calm' | 'soon' | 'late' | 'ok';

export interface DeadlineProps {
  /** «Починить свет» */
  title: string;
  /** «до 5 мая» */
  until: string;
  meter: Meter;
  /** How the term is counted: «10 рабочих дней: без выходных и праздников 1 и 11 мая». */
  note?: ReactNode;
  tone?: DeadlineTone;
  /** Spoken text of the windows. */
  label?: string;
}

const toneClass = (tone: DeadlineTone) => (tone === 'calm' ? undefined : tone);

export function Deadline({ title, until, meter, note, tone = 'calm', label }: DeadlineProps) {
  return (
    <div className="deadline">
      <div className="row">
        <b className="grow">{noBreak(title)}</b>
        <b className={classNames('nw', toneClass(tone))}>{until}</b>
      </div>
      <Windows {...meter} label={label} />
      {note && <p className="small sub">{keptTogether(note)}</p>}
    </div>
  );
}

export interface DeadlineLineProps {
  meter: Meter;
  /** «3 дня, до 14 мая» */
  children: ReactNode;
  tone?: DeadlineTone;
  label?: string;
  /** In a table cell the words stand under the windows. */
  stacked?: boolean;
}

export function DeadlineLine({ meter, children, tone = 'calm', label, stacked }: DeadlineLineProps) {
  return (
    <span className={stacked ? 'deadline' : 'meterline'}>
      <Windows {...meter} size="s" label={label} />
      <span className={classNames(stacked ? 'xs num' : 'small', tone === 'calm' && !stacked ? 'sub' : toneClass(tone))}>
        {children}
      </span>
    </span>
  );
}
