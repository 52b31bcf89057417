// A resident's subscriptions: houses followed, ways of telling, and how to add one more house.
import { Form as RemixForm } from '@remix-run/react';
import { Button, Card, CardHead, CheckCard, Form, Notice, noBreak, Page, SearchField, TextField, TopBar } from '@zhkh/ui';
import type { MySubscriptions } from '../queries/my-subscriptions.server.ts';
import { OutageLine } from './outage-line.tsx';
import './outages.css';
import { useOutageWords } from './use-words.ts';

interface Props {
  mine: MySubscriptions;
  q: string;
  done: 'followed' | 'unfollowed' | 'saved' | 'confirming' | null;
  state: unknown;
}

export function MyOutagesPage({ mine, q, done, state }: Props) {
  const t = useOutageWords();
  return (
    <>
      <TopBar back="/" title={t('mine.bar')} />
      <Page room="tabs">
        <div>
          <h1>{t('mine.title')}</h1>
          <p className="sub">{t('mine.sub')}</p>
        </div>
        {done && (
          <Notice tone={done === 'confirming' ? 'soon' : 'ok'} live>
            {t(`mine.done.${done}`)}
          </Notice>
        )}
        {mine.houses.map((house) => (
          <House key={house.id} house={house} />
        ))}
        {mine.houses.length < mine.maxHouses && <AddHouse mine={mine} q={q} state={state} />}
        {mine.houses.length > 0 && <Ways ways={mine.ways} state={state} />}
      </Page>
    </>
  );
}

function House({ house }: { house: MySubscriptions['houses'][number] }) {
  const t = useOutageWords();
  return (
    <Card>
      <CardHead title={house.address} />
      {house.outages.length === 0 ? (
        <p className="sub">{t('house.none')}</p>
      ) : (
        house.outages.map((item) => <OutageLine key={item.id} item={item} />)
      )}
      <Form intent="unfollow" action="/my-outages" className="">
        <input type="hidden" name="houseId" value={house.id} />
        <Button size="s" kind="quiet" aria-label={t('mine.unfollow-of', { address: house.address })}>
          {t('mine.unfollow')}
        </Button>
      </Form>
    </Card>
  );
}

function AddHouse({ mine, q, state }: Pick<Props, 'mine' | 'q' | 'state'>) {
  const t = useOutageWords();
  const offers = [...(mine.home ? [mine.home] : []), ...mine.hits.filter((hit) => hit.id !== mine.home?.id)];
  return (
    <Card>
      <CardHead
        title={t(mine.houses.length === 0 ? 'mine.add-first' : 'mine.add')}
        sub={t('mine.add-sub', { count: mine.maxHouses })}
      />
      <RemixForm method="get" action="/my-outages" className="row" role="search">
        <SearchField label={t('mine.find')} placeholder={t('mine.find-hint')} defaultValue={q} />
        <Button>{t('mine.search')}</Button>
      </RemixForm>
      {q && mine.hits.length === 0 && <p className="sub">{t('mine.not-found')}</p>}
      {offers.map((house) => (
        <Form key={house.id} state={state} intent="follow" action="/my-outages" className="row" summary={false}>
          <input type="hidden" name="houseId" value={house.id} />
          <span className="grow">{noBreak(house.address)}</span>
          <Button size="s" icon="bell" aria-label={t('mine.follow-of', { address: house.address })}>
            {t('mine.follow')}
          </Button>
        </Form>
      ))}
    </Card>
  );
}

function Ways({ ways, state }: { ways: MySubscriptions['ways']; state: unknown }) {
  const t = useOutageWords();
  return (
    <Card>
      <CardHead title={t('ways.title')} sub={t('ways.sub')} />
      {ways.byMail && ways.waiting && !ways.confirmed && <Notice tone="soon">{t('ways.waiting', { email: ways.email })}</Notice>}
      <Form state={state} intent="ways" action="/my-outages">
        <CheckCard name="bySms" label={t('ways.sms')} note={t('ways.sms-note')} defaultChecked={ways.bySms} />
        <CheckCard name="byMail" label={t('ways.mail')} note={t('ways.mail-note')} defaultChecked={ways.byMail} />
        <TextField
          name="email"
          type="email"
          inputMode="email"
          autoComplete="email"
          label={t('ways.email')}
          help={ways.confirmed ? t('ways.confirmed') : t('ways.email-help')}
          defaultValue={ways.email}
          optional
        />
        <Button kind="main">{t('ways.save')}</Button>
      </Form>
    </Card>
  );
}
