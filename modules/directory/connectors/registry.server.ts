// Every source of houses and companies, one line each: what the directory plugs into imports.
import type { Connector, ImportSource } from '@zhkh/imports';
import type { Context } from '@zhkh/kernel/module.server';
import { contracts } from './contracts/connector.server.ts';
import { egrip } from './egrip/connector.server.ts';
import { egrul } from './egrul/connector.server.ts';
import { gar } from './gar/connector.server.ts';
import { exchangeConnectors } from './gis-exchange/exchange-connector.server.ts';
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
import { templates } from './templates.ts';

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

/** Sets that come once a year. */
const YEARLY = 400;
const staleDays: Readonly<Record<string, number>> = { revexp: YEARLY, sshr: YEARLY };

/** What an import moved becomes history at once. */
export const recordChangesSoon = (ctx: Context): void => ctx.hint('directory.record-changes');

export const importSources: readonly ImportSource[] = [
  ...connectors.map((connector) => ({ ...sourceOf(connector), ...templateOf(connector), staleDays: staleDays[connector.id] })),
  ...exchangeConnectors.map((connector) => ({ ...sourceOf(connector), ownTransport: true })),
];

function sourceOf(connector: Connector): ImportSource {
  return { connector, title: `directory:source.kinds.${connector.id}`, onLoaded: recordChangesSoon };
}

function templateOf({ id }: Connector): Pick<ImportSource, 'template'> {
  const found = templates.find((one) => one.id === id);
  return found ? { template: { columns: found.columns, help: 'directory:templates.columns' } } : {};
}
