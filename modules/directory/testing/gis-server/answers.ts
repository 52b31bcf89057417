// Which operation is answered with what. Each builder gets the request's body and returns the records of getStateResult.
import type { XmlNode } from '@zhkh/imports';
import type { XmlObject } from '../../connectors/gis-exchange/envelope.ts';
import { contracts, houses } from './house-answers.ts';
import { examinations } from './inspection-answers.ts';
import { licences } from './licence-answers.ts';
import { protocols } from './meeting-answers.ts';
import { dictionary, documents, organisations } from './name-answers.ts';
import { maintenance, tariffs } from './tariff-answers.ts';
import type { World } from './world.ts';

/** Null: nothing to export, which ГИС ЖКХ says as an error. */
export type Answer = (request: XmlNode, world: World) => XmlObject | null;

export const answers: Readonly<Record<string, Answer>> = {
  exportActualLicenseStateRequest: licences,
  exportCAChAsyncRequest: contracts,
  exportHouseRequest: houses,
  exportExaminationsRequest: examinations,
  exportVotingProtocolRequest: protocols,
  exportMunicipalResourceTariffRequest: tariffs,
  exportResidentialPremisesMaintenanceRequest: maintenance,
  exportOrgRegistryRequest: organisations,
  exportDocumentRequest: documents,
  exportNsiItemRequest: dictionary,
};

/** Version each service puts on its getStateResult. */
export const resultVersions: Readonly<Record<string, string>> = {
  hm: '10.0.1.1',
  lc: '10.0.1.1',
  insp: '10.0.1.2',
  tariff: '11.14.0.5',
  uk: '11.2.0.2',
  nc: '10.0.1.2',
  orc: '10.0.2.1',
};
