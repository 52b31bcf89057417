// A complaint in a resident's list: status and number, what, then the date that is next.
import { DeadlineLine, ListRow, StatusPill } from '@zhkh/ui';
import type { ListItem } from '../views/shapes.ts';

export function ComplaintRow({ item, to }: { item: ListItem; to: string }) {
  const line = item.line && (
    <DeadlineLine meter={item.line.meter} tone={item.line.tone}>
      {item.line.until}
    </DeadlineLine>
  );
  return (
    <ListRow
      to={to}
      title={item.title}
      over={
        <>
          <StatusPill kind={item.pill.kind}>{item.pill.text}</StatusPill>
          <span className="push small sub num">№ {item.number}</span>
        </>
      }
      {...(line ? { under: line } : { meta: item.meta })}
    />
  );
}
