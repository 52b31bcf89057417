// Outages of a house on its card and on a resident's home page, with the way to be told of them.
import { Link } from '@remix-run/react';
import { Button, Card, CardHead, Form, Icon } from '@zhkh/ui';
import type { HouseOutages } from '../queries/house-outages.server.ts';
import { OutageLine } from './outage-line.tsx';
import './outages.css';
import { useOutageWords } from './use-words.ts';

export function HousePanel({ data }: { data: HouseOutages }) {
  const t = useOutageWords();
  const isLive = data.items.some((item) => item.phase === 'running' || item.phase === 'overdue');
  return (
    <Card kind={isLive ? 'turn' : 'plain'}>
      <CardHead title={t('house.title')} />
      {data.items.length === 0 ? (
        <p className="sub">{t('house.none')}</p>
      ) : (
        data.items.map((item) => <OutageLine key={item.id} item={item} />)
      )}
      <Follow data={data} />
    </Card>
  );
}

function Follow({ data }: { data: HouseOutages }) {
  const t = useOutageWords();
  if (data.following === null) return null;
  if (data.following)
    return (
      <p className="row small">
        <Icon name="bell" size="s" />
        <Link to="/my-outages">{t('house.following')}</Link>
      </p>
    );
  return (
    <Form intent="follow" action="/my-outages" className="">
      <input type="hidden" name="houseId" value={data.houseId} />
      <Button size="s" icon="bell">
        {t('house.follow')}
      </Button>
    </Form>
  );
}

/** On the home page a quiet house takes one line. */
export function ResidentCard({ data }: { data: HouseOutages }) {
  const t = useOutageWords();
  if (data.items.length > 0 || !data.following) return <HousePanel data={data} />;
  return (
    <Card>
      <CardHead title={t('house.title')} link={{ to: '/my-outages', label: t('house.settings') }} />
      <p className="sub">{t('house.none')}</p>
    </Card>
  );
}
