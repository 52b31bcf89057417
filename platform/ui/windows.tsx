// A row of lit windows: the time that is left. Lit = left, off = gone, over = overdue, paused = waiting.
import { classNames } from './class-names.ts';
import { useWords } from './words.ts';

export interface Meter {
  lit?: number;
  off?: number;
  over?: number;
  paused?: number;
}

export interface WindowsProps extends Meter {
  size?: 'm' | 's';
  /** Spoken text; by default «осталось 3 из 10». */
  label?: string;
  /** A resident confirmed: the last window lights up once. */
  kindle?: boolean;
  /** Decoration beside words that already say it all. */
  hidden?: boolean;
}

const MAX = 15;

/** Turns a term into windows: what is left becomes light, negative is overdue; longer than 15 is shown in proportion. */
export function meterOf(term: { total: number; left: number; paused?: boolean }): Meter {
  if (term.left < 0) return { over: Math.min(MAX, -term.left) };
  const scale = term.total > MAX ? MAX / term.total : 1;
  const all = Math.round(term.total * scale);
  const left = Math.min(all, Math.ceil(term.left * scale));
  return term.paused ? { off: all - left, paused: left } : { off: all - left, lit: left };
}

export function Windows({ lit = 0, off = 0, over = 0, paused = 0, size = 'm', label, kindle, hidden }: WindowsProps) {
  const t = useWords();
  const panes = [...fill(off, 'off'), ...fill(paused, 'paused'), ...fill(lit, ''), ...fill(over, 'over')].slice(0, MAX);
  const spoken = label ?? spokenMeter(t, { lit, off, over, paused });
  const named = hidden ? { 'aria-hidden': true } : ({ role: 'img', 'aria-label': spoken } as const);
  return (
    <span className={classNames('windows', size === 's' && 'windows--s')} {...named}>
      {panes.map((kind, index) => {
        const kindled = kindle && index === panes.length - 1;
        // biome-ignore lint/suspicious/noArrayIndexKey: windows have no identity but their place
        return <i key={index} className={classNames(kind, kindled && 'kindle') || undefined} />;
      })}
    </span>
  );
}

const fill = (count: number, kind: string): string[] => Array.from({ length: Math.max(0, Math.round(count)) }, () => kind);

function spokenMeter(t: ReturnType<typeof useWords>, { lit = 0, off = 0, over = 0, paused = 0 }: Meter): string {
  if (over > 0) return t('windows.over', { count: over });
  if (paused > 0) return t('windows.paused', { count: paused });
  return t('windows.left', { count: lit, total: lit + off });
}
