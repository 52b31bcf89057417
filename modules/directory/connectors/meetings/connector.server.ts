// Protocols of owners' meetings as a table named by the ГИС ЖКХ schema: a row is a protocol with one of its decisions. Who called the
// meeting, who led it and who was elected stays out: initiators have no column, names inside a question are hidden.
import { hideNames } from '../../domain/hide-people.ts';
import { readCell, type SourceRecord } from '@zhkh/imports';
import { tabular } from '../tabular/tabular.server.ts';
import {
  associationKind,
  decisionColumns,
  drawnOn,
  house,
  number,
  ownersKind,
  protocolColumns,
  question,
  questionNumber,
  version,
} from './columns.ts';
import { heldOf } from './held.ts';

export const protocols = tabular({
  id: 'protocols',
  required: ['FIASHouseGuid', 'ProtocolDate', 'StatusProtocol', 'MeetingEligibility', 'QuestionName'],
  joins: { houseGuid: house },
  anyOrder: true,
  targets: [
    {
      table: 'voting_protocol',
      columns: protocolColumns,
      house: true,
      company: false,
      key: protocolKey,
      moreCasts: {
        protocol_key: 'text',
        form: 'text',
        met_on: 'date',
        met_at: 'text',
        begins_on: 'date',
        ends_on: 'date',
        place: 'text',
        kind: 'text',
      },
      more: (record) => ({ protocol_key: protocolKey(record), ...heldOf(record) }),
    },
    {
      table: 'voting_decision',
      columns: decisionColumns,
      house: true,
      company: false,
      key: (record) => `${protocolKey(record)}|${readCell(record, questionNumber) ?? readCell(record, question)?.toLowerCase()}`,
      moreCasts: { protocol_key: 'text', question: 'text', kind: 'text' },
      more: (record) => ({
        protocol_key: protocolKey(record),
        question: hideNames(readCell(record, question) ?? ''),
        kind: readCell(record, ownersKind) ?? readCell(record, associationKind),
      }),
    },
  ],
});

/** A version has a GUID of its own; a table filled in by hand knows the protocol by its number and day. */
function protocolKey(record: SourceRecord): string {
  return readCell(record, version) ?? `${readCell(record, number) ?? ''}|${readCell(record, drawnOn)}`;
}
