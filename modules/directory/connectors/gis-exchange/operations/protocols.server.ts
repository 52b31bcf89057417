// Protocols of owners' meetings (exportVotingProtocol), a request a house. Who called a meeting and who was elected is not read at all.
import type { XmlNode } from '@zhkh/imports';
import { protocols as table } from '../../meetings/connector.server.ts';
import { type Cells, type Known, type Operation, type Row, SKIPPED } from '../operation.ts';
import { child, children, childText } from '../xml-tree.ts';
import { housesDue } from './houses-due.server.ts';

export const protocols: Operation = {
  id: 'protocols',
  action: 'exportVotingProtocol',
  service: 'hm',
  element: 'exportVotingProtocolRequest',
  version: '13.1.8.1',
  records: ['VotingProtocol'],
  skip: [...SKIPPED, 'VoteInitiators', 'AdminOfGeneralMeeting', 'VotingSystemDetails', 'OrganizationGuid'],
  dictionaries: [25, 62, 63, 341],
  plan: (ctx) => housesDue(ctx, 'meetings'),
  tables: [table],
  rows,
};

const PLAIN = [
  'VotingProtocolGUID',
  'RootProtocolGUID',
  'VersionNumber',
  'VersionDatePlacement',
  'StatusProtocol',
  'StatusVersionProtocol',
  'ProtocolNum',
  'ProtocolDate',
  'MeetingType',
  'MeetingEligibility',
  'AnnualVoting',
  'ExtraVoting',
] as const;
const HELD = [
  'MeetingDate',
  'VotingPlace',
  'AVotingStartDate',
  'AVotingDate',
  'ResolutionPlace',
  'EVotingDateBegin',
  'EVotingDateEnd',
] as const;
const FORMS = ['AVoting', 'Meeting', 'EVoting', 'MeetingAVoting'];

function rows(record: XmlNode, about: Cells, known: Known): readonly Row[] {
  const form = record.children.find((one) => FORMS.includes(one.name));
  const protocol = { ...texts(record, PLAIN), ...texts(form, HELD) };
  const named = children(record, 'FIASHouseGuid').map((house) => house.text);
  const houses = named.length > 0 ? named : [about.meetings ?? ''];
  const decisions = children(record, 'DecisionList').map((one) => decision(one, known));
  return houses.flatMap((house) =>
    decisions.map((cells) => ({ to: table, cells: { ...protocol, ...cells, FIASHouseGuid: house } })),
  );
}

function decision(one: XmlNode, known: Known): Cells {
  return {
    ...texts(one, ['QuestionNumber', 'QuestionName', 'Agree', 'Against', 'Abstent', 'votingResume']),
    DecisionsType: known.name(child(one, 'DecisionsType')),
    HomeownersDecisionsType: known.name(child(one, 'HomeownersDecisionsType')),
    FormingFund: known.name(child(one, 'FormingFund')),
    ManagementType: known.name(child(one, 'ManagementType')),
  };
}

function texts(node: XmlNode | undefined, names: readonly string[]): Cells {
  return Object.fromEntries(names.map((name) => [name, childText(node, name)]));
}
