// Which meeting it was and how it was held, in two lines.
import { useFormat } from '@zhkh/ui';
import { useTranslation } from 'react-i18next';
import type { Meeting } from '../queries/meetings-of.server.ts';

export function MeetingHeld({ meeting, zone }: { meeting: Meeting; zone: string }) {
  const { t } = useTranslation('directory');
  const f = useFormat(zone);
  const { metOn, metAt, votedFrom, votedTo } = meeting;
  const sentences = [
    [
      meeting.type && meeting.type !== 'Owners' && t(`meetings.types.${meeting.type}`),
      meeting.kind && t(`meetings.kinds.${meeting.kind}`),
      t(`meetings.forms.${meeting.form}`),
    ],
    [metOn && t(metAt ? 'meetings.metAt' : 'meetings.metOn', { date: f.day(metOn), time: metAt }), metOn && meeting.place],
    [
      votedTo &&
        t(votedFrom ? 'meetings.votedFrom' : 'meetings.votedTo', { from: votedFrom && f.date(votedFrom), to: f.day(votedTo) }),
      !metOn && meeting.place,
    ],
    [meeting.quorum && t('meetings.quorum')],
  ];
  return (
    <>
      <b>
        {meeting.number
          ? t('meetings.protocol', { number: meeting.number, date: f.day(meeting.date) })
          : t('meetings.protocolBare', { date: f.day(meeting.date) })}
      </b>
      <br />
      {sentences.map(inWords).filter(Boolean).join('. ')}
    </>
  );
}

function inWords(parts: readonly (string | false | null)[]): string {
  const text = parts.filter(Boolean).join(', ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}
