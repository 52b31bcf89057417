// Every source the region can load, one line each.
import { contracts } from './contracts/connector.server.ts';
import { egrip } from './egrip/connector.server.ts';
import { egrul } from './egrul/connector.server.ts';
import type { Connector } from './frame/connector.ts';
import { gar } from './gar/connector.server.ts';
import { housePoints } from './house-points/connector.server.ts';
import { kr1Elements, kr1Houses, kr1Works } from './kr1/connectors.server.ts';
import { protocols } from './meetings/connector.server.ts';
import { ozhf } from './ozhf/connector.server.ts';
import { examinations, licences, managementReports, offences, precepts } from './supervision/connectors.server.ts';
import { revexp } from './revexp/connector.server.ts';
import { rsmp } from './rsmp/connector.server.ts';
import { sshr } from './sshr/connector.server.ts';
import { suppliers } from './suppliers/connector.server.ts';
import { tariffs } from './tariffs/connector.server.ts';

export const connectors: readonly Connector[] = [
  ozhf, //
  suppliers,
  housePoints,
  contracts,
  egrul,
  egrip,
  revexp,
  sshr,
  rsmp,
  gar,
  kr1Houses,
  kr1Elements,
  kr1Works,
  tariffs,
  licences,
  managementReports,
  examinations,
  precepts,
  offences,
  protocols,
];
