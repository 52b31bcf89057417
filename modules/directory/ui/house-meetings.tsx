// Meetings of a house's owners: what the latest one decided and by which votes, earlier protocols folded, the sources one click away.
import { Card, CardHead, List, ListRow, Notice, StatusPill } from '@zhkh/ui';
import { useTranslation } from 'react-i18next';
import type { Meeting, MeetingDecision } from '../queries/meetings-of.server.ts';
import { MeetingHeld } from './meeting-held.tsx';
import { distinctSources, SourceDetails } from './source-line.tsx';
import { VoteBar, VoteWords } from './vote-bar.tsx';

/** More questions than these are folded. */
const OPEN = 4;

export function HouseMeetings({ meetings, zone }: { meetings: readonly Meeting[]; zone: string }) {
  const { t } = useTranslation('directory');
  const latest = meetings.find((one) => one.counted) ?? meetings[0];
  if (!latest) return null;
  const earlier = meetings.filter((one) => one !== latest);
  return (
    <Card kind="flush">
      <CardHead title={t('meetings.title')} sub={<MeetingHeld meeting={latest} zone={zone} />} />
      <Effects meeting={latest} className="item item--block stack stack--2" />
      <Decisions of={latest} />
      <div className="item item--block">
        {latest.decisions.some((one) => one.votes) && <p className="small muted">{t('meetings.votesOf')}</p>}
        {earlier.length > 0 && <Earlier meetings={earlier} zone={zone} />}
        <SourceDetails sources={distinctSources(meetings.map((one) => one.source))} />
      </div>
    </Card>
  );
}

/** What the meeting changed for the house, or why it could not, before the agenda. */
function Effects({ meeting, className }: { meeting: Meeting; className: string }) {
  const { t } = useTranslation('directory');
  const changes = meeting.decisions.filter((one) => one.effect !== null);
  const powerless = !meeting.counted ? 'annulled' : meeting.quorum ? null : 'noQuorum';
  if (changes.length === 0 && !powerless) return null;
  return (
    <div className={className}>
      {powerless && <Notice tone="soon">{t(`meetings.${powerless}`)}</Notice>}
      {changes.map((one) => (
        <Notice key={one.id} icon="people">
          {t(`meetings.chose.${one.effect}`, { way: one.way })}
        </Notice>
      ))}
    </div>
  );
}

/** What changed the house stands first, then the agenda in its order. */
function Decisions({ of }: { of: Meeting }) {
  const { t } = useTranslation('directory');
  const all = [...of.decisions.filter((one) => one.effect), ...of.decisions.filter((one) => !one.effect)];
  const rest = all.slice(OPEN);
  return (
    <>
      <Agenda decisions={all.slice(0, OPEN)} />
      {rest.length > 0 && (
        <details className="item item--block">
          <summary>{t('meetings.rest', { count: rest.length })}</summary>
          <Briefly decisions={rest} />
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
  return (
    <details>
      <summary>{t('meetings.earlier', { count: meetings.length })}</summary>
      {meetings.map((one) => (
        <section key={one.id} className="stack stack--2">
          <p className="small sub">
            <MeetingHeld meeting={one} zone={zone} />
          </p>
          <Effects meeting={one} className="stack stack--2" />
          <Briefly decisions={one.decisions} />
        </section>
      ))}
    </details>
  );
}

function Briefly({ decisions }: { decisions: readonly MeetingDecision[] }) {
  const { t } = useTranslation('directory');
  return (
    <ul className="small stack stack--2">
      {decisions.map((one) => (
        <li key={one.id}>
          {t(outcomeWord(one.accepted), { question: one.question })}
          {one.votes && <VoteWords votes={one.votes} />}
        </li>
      ))}
    </ul>
  );
}

function outcomeWord(accepted: boolean | null): string {
  return `meetings.${accepted === null ? 'undecided' : accepted ? 'did' : 'didNot'}`;
}
