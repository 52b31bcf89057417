// The head of a complaint in a cabinet: status, number, what, where, who, the dates and the resident's words.
import { Card, Deadline, Norm, Notice, Photos, StatusPill } from '@zhkh/ui';
import type { ComplaintView } from '../../views/shapes.ts';
import { useComplaintWords } from '../use-words.ts';

export function PaneHead({ complaint }: { complaint: ComplaintView }) {
  const t = useComplaintWords();
  const who = [
    complaint.address,
    complaint.flat && t('flat', { flat: complaint.flat }),
    complaint.place,
    complaint.author,
    complaint.filedAt,
  ];
  return (
    <>
      <div className="row">
        <StatusPill kind={complaint.pill.kind}>{complaint.pill.text}</StatusPill>
        <span className="small sub num">№ {complaint.number}</span>
      </div>
      <div>
        <h1 className="h2">{complaint.title}</h1>
        <p className="small sub">{who.filter(Boolean).join(' · ')}</p>
      </div>
      {complaint.deadlines.length > 0 && <Dates complaint={complaint} />}
      {complaint.noDeadlines && <Notice>{complaint.noDeadlines}</Notice>}
      <p className="pre">«{complaint.body}»</p>
      <Photos photos={complaint.photos} />
    </>
  );
}

function Dates({ complaint }: { complaint: ComplaintView }) {
  return (
    <Card as="div" kind="paper">
      {complaint.deadlines.map((one, index) => (
        <div key={one.name} className={index > 0 ? 'ruled' : undefined}>
          <Deadline title={one.title} until={one.until} meter={one.meter} note={one.note} tone={one.tone} label={one.label} />
          <Norm rule={one.norm.rule} source={one.norm.source} preliminary={one.norm.preliminary} />
        </div>
      ))}
    </Card>
  );
}
