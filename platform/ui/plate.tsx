// The enamel house plate: who and where.
// One large one per page; `PlateMini` names the organisation in a cabinet.
import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { useWords } from './words.ts';

export interface PlateProps {
  /** «Тюмень, улица» */
  place: string;
  /** «Садовая» */
  street: string;
  /** «14», «14к2» */
  number: string;
  /** Line under the rule: who manages, change of the house. */
  children?: ReactNode;
  size?: 'm' | 's';
  label?: string;
}

export function Plate({ place, street, number, children, size = 'm', label }: PlateProps) {
  const t = useWords();
  return (
    <section className={classNames('plate', size === 's' && 'plate--small')} aria-label={label ?? t('plate.label')}>
      <div className="row">
        <div className="grow">
          <div className="small">{place}</div>
          <div className="street">{street}</div>
        </div>
        <div className={classNames('house', number.length > 4 && 'house--long')}>{number}</div>
      </div>
      {children && <div className="plate__foot">{children}</div>}
    </section>
  );
}

export function PlateMini({ children }: { children: ReactNode }) {
  return <div className="plate plate--mini">{children}</div>;
}

/** «ул. Садовая» → { kind: «улица», name: «Садовая» } for the two lines of a plate. */
export function splitStreet(street: string): { kind: string; name: string } {
  const found = KINDS.find(([short]) => street.toLowerCase().startsWith(`${short} `));
  if (!found) return { kind: '', name: street };
  return { kind: found[1], name: street.slice(found[0].length + 1) };
}

const KINDS = [
  ['улица', 'улица'],
  ['ул.', 'улица'],
  ['ул', 'улица'],
  ['проспект', 'проспект'],
  ['пр-кт', 'проспект'],
  ['пр-т', 'проспект'],
  ['переулок', 'переулок'],
  ['пер.', 'переулок'],
  ['пер', 'переулок'],
  ['проезд', 'проезд'],
  ['пр-д', 'проезд'],
  ['бульвар', 'бульвар'],
  ['б-р', 'бульвар'],
  ['мкр.', 'микрорайон'],
  ['мкр', 'микрорайон'],
  ['шоссе', 'шоссе'],
  ['ш.', 'шоссе'],
  ['пл.', 'площадь'],
  ['площадь', 'площадь'],
  ['тракт', 'тракт'],
] as const;
