// Shows the last check of isolation: how many pairs of login and object were looked at, how many let through.
import { Button, Card, CardHead, Form, Icon } from '@zhkh/ui';
import { useTranslation } from 'react-i18next';

export interface IsolationView {
  checkedAt: string;
  pairs: number;
  leaks: number;
}

export function IsolationCard({ last, canRun }: { last: IsolationView | null; canRun: boolean }) {
  const { t } = useTranslation('superadmin');
  return (
    <Card>
      <CardHead title={t('isolation.title')} />
      <p className="row row--top small">
        <Icon name="shield" />
        {last === null ? <span>{t('isolation.never')}</span> : <Result last={last} />}
      </p>
      {canRun && (
        <Form intent="check-isolation">
          <Button size="s">{t('isolation.run')}</Button>
        </Form>
      )}
    </Card>
  );
}

function Result({ last }: { last: IsolationView }) {
  const { t } = useTranslation('superadmin');
  return (
    <span>
      <b className={last.leaks === 0 ? undefined : 'late'}>
        {t('isolation.result', { pairs: last.pairs, leaks: last.leaks, at: last.checkedAt })}
      </b>{' '}
      {last.leaks === 0 ? t('isolation.fine') : t('isolation.broken')}
    </span>
  );
}
