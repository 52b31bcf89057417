// A number with its meaning: what, how much, compared with what. Also the numbers to call first.
import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { Icon } from './icon.tsx';
import { Link } from './remix.tsx';
import { telHref } from './text/people.ts';
import { useWords } from './words.ts';

export interface StatProps {
  label: string;
  value: ReactNode;
  /** «%», «из 65»: small beside the number. */
  unit?: string;
  note?: ReactNode;
  to?: string;
  tone?: 'late' | 'ok' | 'soon';
}

export function Stat({ label, value, unit, note, to, tone }: StatProps) {
  const body = (
    <>
      <span>{label}</span>
      <b className={classNames(tone)}>
        {value}
        {unit && <small> {unit}</small>}
      </b>
      {note && <em>{note}</em>}
    </>
  );
  return to ? (
    <Link className="stat" to={to}>
      {body}
    </Link>
  ) : (
    <div className="stat">{body}</div>
  );
}

export interface Call {
  phone: string;
  /** How the number is written: «45-12-60». */
  shown?: string;
  who: string;
}

/** Numbers to call before any form; without `dispatcher` only gas and rescue. */
export function EmergencyCalls({ dispatcher }: { dispatcher?: string | null }) {
  const t = useWords();
  const calls: Call[] = [
    ...(dispatcher ? [{ phone: dispatcher, shown: shortPhone(dispatcher), who: t('calls.dispatcher') }] : []),
    { phone: '104', who: t('calls.gas') },
    { phone: '112', who: t('calls.rescue') },
  ];
  return (
    <section aria-labelledby="emergency">
      <h2 id="emergency" className="calls__head">
        <Icon name="phone" size="s" />
        {t('calls.title')}
      </h2>
      <Calls calls={calls} />
    </section>
  );
}

export function Calls({ calls }: { calls: readonly Call[] }) {
  return (
    <div className="calls">
      {calls.map((call) => (
        <a key={call.phone} href={telHref(call.phone)}>
          <b>{call.shown ?? call.phone}</b>
          {call.who}
        </a>
      ))}
    </div>
  );
}

/** The local part of a city number: +73452451260 → «45-12-60». */
function shortPhone(phone: string): string {
  const match = /(\d{2})(\d{2})(\d{2})$/.exec(phone.replace(/\D/g, ''));
  return match ? `${match[1]}-${match[2]}-${match[3]}` : phone;
}
