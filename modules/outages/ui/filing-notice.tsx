// Before a complaint is filed: what is off in this house right now. Never in the way of filing.
import { Card, CardHead } from '@zhkh/ui';
import type { FilingNotice as Data } from '../queries/house-outages.server.ts';
import { OutageLine } from './outage-line.tsx';
import './outages.css';
import { useOutageWords } from './use-words.ts';

export function FilingNotice({ data }: { data: Data }) {
  const t = useOutageWords();
  return (
    <Card kind={data.explains ? 'lamp' : 'quiet'}>
      <CardHead title={t(data.explains ? 'filing.explains' : 'filing.beside')} />
      {data.items.map((item) => (
        <OutageLine key={item.id} item={item} />
      ))}
      <p className="small sub">{t(data.explains ? 'filing.still' : 'filing.other')}</p>
    </Card>
  );
}
