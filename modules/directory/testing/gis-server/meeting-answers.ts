// Protocols of owners' meetings: a placed one with its initiator, whom nobody should take in, and an annulled one.
import type { XmlObject } from '../../connectors/gis-exchange/envelope.ts';
import { childText } from '../../connectors/gis-exchange/xml-tree.ts';
import type { Answer } from './answers.ts';
import { file, guidOf, nsiRef, numberOf } from './world.ts';

export const protocols: Answer = (request) => {
  const house = childText(request, 'FIASHouseGuid');
  return { 'hm:VotingProtocol': [protocol(house, 2025, 'Posted'), protocol(house, 2024, 'Annuled')] };
};

function protocol(house: string, year: number, status: string): XmlObject {
  return {
    'hm:FIASHouseGuid': house,
    'hm:ProtocolNum': String(1 + numberOf(9, 'protocol', house, String(year))),
    'hm:ProtocolDate': `${year}-05-30`,
    'hm:MeetingAVoting': {
      'hm:MeetingDate': `${year}-05-02T18:30:00+05:00`,
      'hm:VotingPlace': 'двор дома',
      'hm:AVotingStartDate': `${year}-05-03`,
      'hm:AVotingDate': `${year}-05-28`,
      'hm:ResolutionPlace': 'подъезд 1, кв. 7',
      'hm:Attachments': [file('protocol')],
    },
    'hm:MeetingType': 'Owners',
    'hm:ExtraVoting': 'true',
    'hm:VoteInitiators': [{ 'hm:Ind': { 'ind:Surname': 'Вымышленная', 'ind:FirstName': 'Анна' } }],
    'hm:MeetingEligibility': 'C',
    'hm:DecisionList': [
      question(1, 'Избрать председателем Вымышленную А. А.', '2', 'M'),
      question(2, 'Выбрать управляющую организацию', '1', 'M'),
      question(3, 'Закрыть мусоропровод', '2', 'N'),
    ],
    'hm:StatusProtocol': status,
    'hm:VotingProtocolGUID': guidOf('protocol version', house, String(year)),
    'hm:RootProtocolGUID': guidOf('protocol', house, String(year)),
    'hm:StatusVersionProtocol': status,
    'hm:VersionNumber': '1',
    'hm:VersionDatePlacement': `${year}-06-02`,
  };
}

function question(number: number, words: string, kind: string, resume: 'M' | 'N'): XmlObject {
  return {
    'hm:QuestionNumber': String(number),
    'hm:QuestionName': words,
    'hm:DecisionsType': nsiRef(63, kind),
    'hm:Agree': resume === 'M' ? '2345.6' : '1200',
    'hm:Against': '610.2',
    'hm:Abstent': '120',
    'hm:votingResume': resume,
  };
}
