// How a vote was held, told by the days a row fills in: a meeting, papers, both, or the system itself.
import { CellRefused, cellText, readCell, type SourceRecord } from '@zhkh/imports';
import { hideFlats } from '../../domain/hide-people.ts';
import { annual, extra, meetingDate, meetingPlace, papersFrom, papersPlace, papersTo, systemFrom, systemTo } from './columns.ts';

export function heldOf(record: SourceRecord): Record<string, string | null> {
  const met = readCell(record, meetingDate);
  const papers = readCell(record, papersTo);
  const system = readCell(record, systemTo);
  const begins = readCell(record, papersFrom) ?? readCell(record, systemFrom);
  const ends = papers ?? system;
  if (!met && !ends) throw new CellRefused(meetingDate.name, 'required');
  if (begins && ends && ends < begins) throw new CellRefused((papers ? papersTo : systemTo).name, 'value');
  const place = readCell(record, meetingPlace) ?? readCell(record, papersPlace);
  return {
    form: met ? (papers ? 'MeetingAVoting' : 'Meeting') : papers ? 'AVoting' : 'EVoting',
    met_on: met,
    met_at: met && (/\b(\d{1,2}:\d{2})/.exec(cellText(record, meetingDate).replace('T', ' '))?.[1] ?? null),
    begins_on: begins,
    ends_on: ends,
    place: place && hideFlats(place),
    kind: readCell(record, annual) === 'true' ? 'Annual' : readCell(record, extra) === 'true' ? 'Extra' : null,
  };
}
