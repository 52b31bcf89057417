// Votes of one decision: a bar of three parts beside the words that say them.
import { useTranslation } from 'react-i18next';

export function VoteBar({ votes }: { votes: readonly number[] }) {
  const [agree = 0, against = 0] = votes;
  return (
    <>
      <svg className="cellbar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
        <rect className="fill-rest" width="100" height="4" />
        <rect className="fill-ink" x={agree} width={against} height="4" />
        <rect className="fill-brand" width={agree} height="4" />
      </svg>
      <VoteWords votes={votes} />
    </>
  );
}

export function VoteWords({ votes }: { votes: readonly number[] }) {
  const { t } = useTranslation('directory');
  const [agree, against, abstained] = votes;
  return <p className="small sub num">{t('meetings.votes', { agree, against, abstained })}</p>;
}
