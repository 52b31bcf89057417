// One outage as residents read it: the utility's icon, plain words, windows of hours left, why and who.
import { DeadlineLine, Icon, meterOf, noBreak } from '@zhkh/ui';
import type { Item } from '../core/item.server.ts';
import { useOutageWords } from './use-words.ts';

const quiet = (phase: Item['phase']) => phase === 'over' || phase === 'cancelled';

export function OutageLine({ item }: { item: Item }) {
  const t = useOutageWords();
  return (
    <div className={`outage outage--${item.phase}`}>
      <span className="outage__icon">
        <Icon name={quiet(item.phase) ? (item.phase === 'over' ? 'check' : 'cross') : item.icon} />
      </span>
      <div className="grow stack stack--2">
        <p className="outage__title">{noBreak(item.title)}</p>
        {item.overdue && <p className="late small">{noBreak(item.overdue)}</p>}
        {item.meter && !item.overdue && (
          <DeadlineLine meter={meterOf(item.meter)} label={t('left', { count: item.meter.left })}>
            {noBreak(t('left', { count: item.meter.left }))}
          </DeadlineLine>
        )}
        <p className="small sub">{noBreak([item.why, item.who].filter(Boolean).join(' · '))}</p>
        {item.ended && <p className="small">{noBreak(item.ended)}</p>}
        {item.info && !item.ended && <p className="small">{item.info}</p>}
        {item.phase === 'cancelled' && item.cancelReason && <p className="small">{item.cancelReason}</p>}
      </div>
    </div>
  );
}
