// Examinations with precepts and protocols: one a month for each organisation the server has been asked about.
import { childText } from '../../connectors/gis-exchange/xml-tree.ts';
import type { XmlObject } from '../../connectors/gis-exchange/envelope.ts';
import type { Answer } from './answers.ts';
import { digitsOf, file, guidOf, nsiRef, numberOf } from './world.ts';

export const examinations: Answer = (request, world) => {
  const month = childText(request, 'From').slice(0, 7);
  const subjects = [...world.organisations.keys()].filter((root) => numberOf(3, 'examined', month, root) === 0);
  if (subjects.length === 0) return null;
  return { 'insp:exportExaminationResult': [...subjects.map((root) => examination(root, month)), ofCitizen(month)] };
};

function examination(root: string, month: string): XmlObject {
  const key = [root, month];
  const offence = numberOf(2, 'offence', ...key) === 0;
  return {
    'insp:ExaminationGuid': guidOf('examination', ...key),
    'insp:RegistryNumber': digitsOf(9, 'registry', ...key),
    'insp:ExaminationState': 'Finished',
    'insp:ExaminationVersionState': 'Active',
    'insp:Examination': {
      'insp:ExaminationOverview': overview({
        'insp:Organization': {
          'reg:orgRootEntityGUID': root,
          'insp:SmallBusiness': 'true',
          'insp:ActualActivityPlace': 'г. Примерный',
        },
      }),
      'insp:ExaminationInfo': {
        'insp:Objective': 'Проверка содержания кровли',
        'insp:From': `${month}-05T09:00:00Z`,
        'insp:To': `${month}-12T18:00:00Z`,
      },
      'insp:ResultsInfo': results(month, offence),
    },
    ...(offence && { 'insp:ExportPrecept': [precept(key, month)], 'insp:ExportOffence': [protocol(key, month)] }),
  };
}

function overview(subject: XmlObject): XmlObject {
  return {
    'insp:ShouldBeRegistered': 'true',
    'insp:URIRegistrationNumber': '722600410001012345',
    'insp:ExaminationTypeType': { 'insp:Unscheduled': { 'insp:Subject': subject } },
    'insp:ExaminationForm': nsiRef(71, '1'),
    'insp:OrderNumber': '15-р',
    'insp:OrderDate': '2026-01-12',
  };
}

function results(month: string, offence: boolean): XmlObject {
  return {
    'insp:FinishedInfo': {
      'insp:Result': {
        'insp:DocumentType': nsiRef(64, '1', 'Акт проверки'),
        'insp:Number': '15-А',
        'insp:Date': `${month}-12T18:00:00Z`,
        ...(offence
          ? { 'insp:HasOffence': 'true', 'insp:IdentifiedOffencesInfo': { 'insp:NatureOffence': 'Протечки кровли не устранены' } }
          : { 'insp:HasNoOffence': 'true' }),
      },
      'insp:OtherDocument': [file('act')],
    },
  };
}

const precept = (key: readonly string[], month: string): XmlObject => ({
  'insp:PreceptGuid': guidOf('precept', ...key),
  'insp:PreceptState': 'Active',
  'insp:Precept': {
    'insp:Number': '15-П',
    'insp:Date': `${month}-12`,
    'insp:Deadline': `${month}-28`,
    'insp:FIASHouseGUID': [guidOf('precept house', ...key)],
    'insp:ShortInfo': 'Устранить протечки кровли',
    'insp:Attachment': [file('precept')],
  },
});

const protocol = (key: readonly string[], month: string): XmlObject => ({
  'insp:OffenceGuid': guidOf('offence', ...key),
  'insp:OffenceState': 'Active',
  'insp:Offence': {
    'insp:Number': '15-ПР',
    'insp:Date': `${month}-13`,
    'insp:ShortInfo': 'Нарушение правил содержания',
    'insp:IsSubmittedToCourt': {
      'insp:CourtName': 'Мировой судья участка № 3',
      'insp:SubmittedDate': `${month}-20`,
      'insp:SubmittedNumber': '15/1',
    },
    'insp:Attachment': [file('protocol')],
  },
});

/** An examination of a person: its reader must pass it over. */
function ofCitizen(month: string): XmlObject {
  return {
    'insp:ExaminationGuid': guidOf('examination of a citizen', month),
    'insp:ExaminationState': 'Assigned',
    'insp:ExaminationVersionState': 'Active',
    'insp:Examination': {
      'insp:ExaminationOverview': overview({ 'insp:Citizen': { 'insp:LastName': 'Вымышленная', 'insp:FirstName': 'Анна' } }),
      'insp:ExaminationInfo': { 'insp:Objective': 'Проверка жалобы', 'insp:From': `${month}-02T09:00:00Z` },
    },
  };
}
