// Columns of the template of owners' meetings: the names are those of exportVotingProtocolResult and its DecisionList.
import type { Column } from '@zhkh/imports';

const same = (...words: string[]) => Object.fromEntries(words.map((word) => [word, word]));
const statuses = {
  ...same('Created', 'Posted', 'Edited', 'Annuled'),
  создан: 'Created',
  размещён: 'Posted',
  размещен: 'Posted',
  'на изменении': 'Edited',
  аннулирован: 'Annuled',
};

export const house: Column = {
  name: 'FIASHouseGuid',
  type: 'guid',
  need: true,
  sample: '5717391b-1f92-4f5f-8ab4-e52aa7a315f5',
};
export const version: Column = {
  name: 'VotingProtocolGUID',
  to: 'version_guid',
  type: 'guid',
  sample: '3a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d',
};
export const number: Column = { name: 'ProtocolNum', to: 'number', type: 'text', sample: '2' };
export const drawnOn: Column = { name: 'ProtocolDate', to: 'drawn_on', type: 'date', need: true, sample: '2026-01-30' };
export const status: Column = {
  name: 'StatusProtocol',
  to: 'status',
  type: 'text',
  need: true,
  oneOf: statuses,
  sample: 'Posted',
};

export const protocolColumns: readonly Column[] = [
  version,
  { name: 'RootProtocolGUID', to: 'root_guid', type: 'guid', sample: '4a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d' },
  number,
  drawnOn,
  status,
  { name: 'StatusVersionProtocol', to: 'version_status', type: 'text', oneOf: statuses, sample: 'Posted' },
  { name: 'VersionNumber', to: 'version_number', type: 'whole', sample: '1' },
  { name: 'VersionDatePlacement', to: 'placed_on', type: 'date', sample: '2026-02-03' },
  {
    name: 'MeetingType',
    to: 'meeting_type',
    type: 'text',
    oneOf: same('Owners', 'Homeowners', 'Cooperative'),
    sample: 'Owners',
  },
  {
    name: 'MeetingEligibility',
    to: 'quorum',
    type: 'flag',
    need: true,
    oneOf: { C: 'true', N: 'false', правомочно: 'true', 'не правомочно': 'false', неправомочно: 'false' },
    sample: 'C',
  },
];

export const annual: Column = { name: 'AnnualVoting', type: 'flag', sample: 'true' };
export const extra: Column = { name: 'ExtraVoting', type: 'flag', sample: '' };

/** The schema tells the form of a vote by its element; a row tells it by the days that are filled in. */
export const meetingDate: Column = { name: 'MeetingDate', type: 'date', sample: '2026-01-12 18:30' };
export const meetingPlace: Column = { name: 'VotingPlace', type: 'text', sample: 'двор дома' };
export const papersFrom: Column = { name: 'AVotingStartDate', type: 'date', sample: '2026-01-13' };
export const papersTo: Column = { name: 'AVotingDate', type: 'date', sample: '2026-01-29' };
export const papersPlace: Column = { name: 'ResolutionPlace', type: 'text', sample: 'подъезд 1, почтовый ящик совета дома' };
export const systemFrom: Column = { name: 'EVotingDateBegin', type: 'date', sample: '' };
export const systemTo: Column = { name: 'EVotingDateEnd', type: 'date', sample: '' };

export const question: Column = {
  name: 'QuestionName',
  type: 'text',
  need: true,
  sample: 'Выбор управляющей организации',
};
export const questionNumber: Column = { name: 'QuestionNumber', to: 'number', type: 'whole', sample: '1' };
export const ownersKind: Column = { name: 'DecisionsType', type: 'text', sample: 'Выбор управляющей организации' };
export const associationKind: Column = { name: 'HomeownersDecisionsType', type: 'text', sample: '' };

export const decisionColumns: readonly Column[] = [
  questionNumber,
  { name: 'Agree', to: 'agree', type: 'number', sample: '2345,6' },
  { name: 'Against', to: 'against', type: 'number', sample: '310,2' },
  { name: 'Abstent', to: 'abstained', type: 'number', sample: '120' },
  { name: 'FormingFund', to: 'fund', type: 'text', sample: '' },
  { name: 'ManagementType', to: 'management', type: 'text', sample: '' },
  {
    name: 'votingResume',
    to: 'accepted',
    type: 'flag',
    oneOf: {
      M: 'true',
      N: 'false',
      'решение принято': 'true',
      принято: 'true',
      'решение не принято': 'false',
      'не принято': 'false',
    },
    sample: 'M',
  },
];

export const meetingTemplate: readonly Column[] = [
  house,
  ...protocolColumns,
  annual,
  extra,
  meetingDate,
  meetingPlace,
  papersFrom,
  papersTo,
  papersPlace,
  systemFrom,
  systemTo,
  questionNumber,
  question,
  ownersKind,
  associationKind,
  ...decisionColumns.filter((column) => column !== questionNumber),
];
