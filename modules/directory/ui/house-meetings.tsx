// Meetings of a house's owners: what the latest one decided and by which votes, earlier protocols folded, the sources one click away.
import { Card, CardHead, List, ListRow, Notice, StatusPill } from '@zhkh/platform/ui';
import { useTranslation } from 'react-i18next';
import type { Meeting, MeetingDecision } from '../queries/meetings-of.server.ts';
import { MeetingHeld, useMeetingTitle } from './meeting-held.tsx';
import { distinctSources, SourceDetails } from './source-line.tsx';
import { VoteBar } from './vote-bar.tsx';

/** More questions than these are folded. */
const OPEN = 4;

export function HouseMeetings({ meetings, zone }: { meetings: readonly Meeting[]; zone: string }) {
  const { t } = useTranslation('directory');
  const titleOf = useMeetingTitle(zone);
  const latest = meetings.find((one) => one.counted) ?? meetings[0];
  if (!latest) return null;
  const earlier = meetings.filter((one) => one !== latest);
  return (
    <Card kind="flush">
      <CardHead title={t('meetings.title')} sub={titleOf(latest)} />
      <div className="item item--block stack stack--3">
        <MeetingHeld meeting={latest} zone={zone} />
        <Effects meeting={latest} />
      </div>
      <Decisions of={latest} />
      <div className="item item--block">
        {earlier.length > 0 && <Earlier meetings={earlier} zone={zone} />}
        <SourceDetails sources={distinctSources(meetings.map((one) => one.source))} />
      </div>
    </Card>
  );
}

/** What the meeting changed for the house, before the agenda. */
function Effects({ meeting }: { meeting: Meeting }) {
  const { t } = useTranslation('directory');
  const changes = meeting.decisions.filter((one) => one.effect !== null);
  return changes.map((one) => (
    <Notice key={one.id} icon="people">
      {t(`meetings.chose.${one.effect}`, { way: one.way })}
    </Notice>
  ));
}

function Decisions({ of }: { of: Meeting }) {
  const { t } = useTranslation('directory');
  const rest = of.decisions.slice(OPEN);
  return (
    <>
      <Agenda decisions={of.decisions.slice(0, OPEN)} />
      {rest.length > 0 && (
        <details className="item item--block">
          <summary>{t('meetings.rest', { count: rest.length })}</summary>
          <Agenda decisions={rest} />
        </details>
      )}
    </>
  );
}

function Agenda({ decisions }: { decisions: readonly MeetingDecision[] }) {
  const { t } = useTranslation('directory');
  return (
    <List label={t('meetings.agenda')}>
      {decisions.map((one) => (
        <ListRow
          key={one.id}
          over={
            <>
              <Outcome accepted={one.accepted} />
              {one.number !== null && (
                <span className="push small muted num">{t('meetings.question', { number: one.number })}</span>
              )}
            </>
          }
          title={one.question}
          under={one.votes && <VoteBar votes={one.votes} />}
        />
      ))}
    </List>
  );
}

function Outcome({ accepted }: { accepted: boolean | null }) {
  const { t } = useTranslation('directory');
  if (accepted === null) return <StatusPill kind="sent">{t('meetings.unknown')}</StatusPill>;
  return accepted ? (
    <StatusPill kind="resolved">{t('meetings.accepted')}</StatusPill>
  ) : (
    <StatusPill kind="refuted">{t('meetings.rejected')}</StatusPill>
  );
}

function Earlier({ meetings, zone }: { meetings: readonly Meeting[]; zone: string }) {
  const { t } = useTranslation('directory');
  const titleOf = useMeetingTitle(zone);
  return (
    <details>
      <summary>{t('meetings.earlier', { count: meetings.length })}</summary>
      <div className="stack stack--3">
        {meetings.map((one) => (
          <section key={one.id} className="stack stack--2">
            <h3>{titleOf(one)}</h3>
            <MeetingHeld meeting={one} zone={zone} />
            <Effects meeting={one} />
            <ul className="small">
              {one.decisions.map((decision) => (
                <li key={decision.id}>{t(outcomeWord(decision.accepted), { question: decision.question })}</li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </details>
  );
}

function outcomeWord(accepted: boolean | null): string {
  return `meetings.${accepted === null ? 'undecided' : accepted ? 'did' : 'didNot'}`;
}
