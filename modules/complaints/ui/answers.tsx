// Answers with their photos: who, when, whether in time.
import './complaints.css';
import { Card, Icon, initials, Photos } from '@zhkh/ui';
import type { AnswerView, ComplaintView } from '../views/shapes.ts';
import { useComplaintWords } from './use-words.ts';

export function Answers({ complaint }: { complaint: ComplaintView }) {
  return complaint.answers.map((answer) => <Answer key={answer.id} answer={answer} />);
}

function Answer({ answer }: { answer: AnswerView }) {
  const t = useComplaintWords();
  return (
    <Card as="article">
      <div className="row row--top">
        <span className="initials" aria-hidden="true">
          {initials(answer.organisation)}
        </span>
        <div className="grow">
          <b>{answer.organisation}</b>
          <p className="small sub">
            {answer.author}
            <br />
            <time dateTime={answer.atIso}>{answer.at}</time>
          </p>
        </div>
      </div>
      <p className="pre">{answer.body}</p>
      <Photos photos={answer.photos} caption={t('one.answer-photos', { at: answer.at })} />
      {answer.inTime !== null && (
        <p className={`row row--tight small ${answer.inTime ? 'ok' : 'late'}`}>
          <Icon name={answer.inTime ? 'check' : 'clock'} size="s" />
          {t(answer.inTime ? 'one.in-time' : 'one.late')}
        </p>
      )}
    </Card>
  );
}
