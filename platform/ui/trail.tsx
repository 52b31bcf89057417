// What happened and what comes next: each step has a time, a failed one stays and is followed by the retry.
import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';
import { keptTogether } from './text/kept-together.ts';

export interface TrailStep {
  key: string;
  title: ReactNode;
  note?: ReactNode;
  /** Ready words: «28 апр, 19:42»; absent for steps to come. */
  time?: string;
  /** ISO moment for the `time` element. */
  at?: string;
  state?: 'done' | 'next' | 'now' | 'fail';
}

const ICONS = { done: 'check', next: null, now: 'half', fail: 'triangle' } as const;

export function Trail({ steps, label }: { steps: readonly TrailStep[]; label?: string }) {
  return (
    <ol className="trail" aria-label={label}>
      {steps.map((step) => (
        <li key={step.key} className={step.state && step.state !== 'done' ? step.state : undefined}>
          <Ball state={step.state ?? 'done'} />
          <div className="trail__line">
            <div>
              {step.note ? <b>{keptTogether(step.title)}</b> : keptTogether(step.title)}
              {step.note && <span className="trail__note">{keptTogether(step.note)}</span>}
            </div>
            {step.time && <time dateTime={step.at}>{step.time}</time>}
          </div>
        </li>
      ))}
    </ol>
  );
}

function Ball({ state }: { state: keyof typeof ICONS }) {
  const icon = ICONS[state];
  return <span className="ball">{icon && <Icon name={icon} />}</span>;
}
