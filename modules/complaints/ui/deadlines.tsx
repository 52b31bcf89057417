// The dates of a complaint as rows of windows, and the norms they come from.
import { Deadline, Norm } from '@zhkh/ui';
import type { DeadlineView } from '../views/shapes.ts';
import { useComplaintWords } from './use-words.ts';

export function Deadlines({ deadlines, open }: { deadlines: readonly DeadlineView[]; open?: boolean }) {
  const t = useComplaintWords();
  return (
    <>
      {deadlines.map((one, index) => (
        <div key={one.name} className={index > 0 ? 'ruled' : undefined}>
          <Deadline title={one.title} until={one.until} meter={one.meter} note={one.note} tone={one.tone} label={one.label} />
        </div>
      ))}
      <details className="small ruled" open={open}>
        <summary>
          <b>{t('receipt.why')}</b>
        </summary>
        <div className="stack stack--3">
          {deadlines.map((one) => (
            <Norm key={one.name} rule={one.norm.rule} source={one.norm.source} preliminary={one.norm.preliminary} />
          ))}
        </div>
      </details>
    </>
  );
}
