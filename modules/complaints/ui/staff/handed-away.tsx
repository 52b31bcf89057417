// What left the company's inbox together with its houses: a folded list under the queue.
import { Card } from '@zhkh/ui';
import type { HandedAway as Row } from '../../queries/handed-away.server.ts';
import { useComplaintWords } from '../use-words.ts';

export function HandedAway({ rows }: { rows: readonly Row[] }) {
  const t = useComplaintWords();
  if (rows.length === 0) return null;
  return (
    <Card kind="quiet">
      <details>
        <summary>{t('inbox.away', { count: rows.length })}</summary>
        <p className="small sub">{t('inbox.away-sub')}</p>
        <ul className="small">
          {rows.map((row) => (
            <li key={row.id}>
              <span className="num">{t('inbox.away-row', { number: row.number, address: row.address })}</span> · {row.title}
              <br />
              <span className="sub">{t('inbox.away-to', { on: row.on, to: row.to || t('inbox.away-authority') })}</span>
              {row.late && <span className="late"> · {t('inbox.away-late')}</span>}
            </li>
          ))}
        </ul>
      </details>
    </Card>
  );
}
