// How a meeting was held, in one line, and whether its decisions have force.
import { Notice, useFormat } from '@zhkh/platform/ui';
import { useTranslation } from 'react-i18next';
import type { Meeting } from '../queries/meetings-of.server.ts';

export function useMeetingTitle(zone: string): (meeting: Meeting) => string {
  const { t } = useTranslation('directory');
  const f = useFormat(zone);
  return (meeting) =>
    meeting.number
      ? t('meetings.protocol', { number: meeting.number, date: f.day(meeting.date) })
      : t('meetings.protocolBare', { date: f.day(meeting.date) });
}

export function MeetingHeld({ meeting, zone }: { meeting: Meeting; zone: string }) {
  const { t } = useTranslation('directory');
  const f = useFormat(zone);
  const { metOn, metAt, votedFrom, votedTo } = meeting;
  const facts = [
    t(`meetings.${meeting.type ? `types.${meeting.type}` : 'types.Owners'}`),
    meeting.kind && t(`meetings.kinds.${meeting.kind}`),
    t(`meetings.forms.${meeting.form}`),
    metOn && t(metAt ? 'meetings.metAt' : 'meetings.metOn', { date: f.day(metOn), time: metAt }),
    votedTo &&
      t(votedFrom ? 'meetings.votedFrom' : 'meetings.votedTo', { from: votedFrom && f.day(votedFrom), to: f.day(votedTo) }),
    meeting.place,
    meeting.quorum && t('meetings.quorum'),
  ];
  return (
    <>
      <p className="small sub">{sentence(facts.filter(Boolean).join(', '))}</p>
      {!meeting.counted && <Notice tone="soon">{t('meetings.annulled')}</Notice>}
      {!meeting.quorum && <Notice tone="soon">{t('meetings.noQuorum')}</Notice>}
    </>
  );
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
