// Every source the region can load, one line each.
import { contracts } from './contracts/connector.server.ts';
import type { Connector } from './frame/connector.ts';
import { housePoints } from './house-points/connector.server.ts';
import { ozhf } from './ozhf/connector.server.ts';
import { suppliers } from './suppliers/connector.server.ts';

export const connectors: readonly Connector[] = [
  ozhf, //
  suppliers,
  housePoints,
  contracts,
];

export const connectorIds = connectors.map((connector) => connector.id);
