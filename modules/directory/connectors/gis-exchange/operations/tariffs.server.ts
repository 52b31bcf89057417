// Tariffs of communal resources and charges for upkeep of dwellings, by municipality and period; acts are named by GUID and looked up.
import type { Context } from '@zhkh/kernel/module.server';
import { sql } from 'kysely';
import type { XmlNode } from '@zhkh/imports';
import { tariffs as table } from '../../tariffs/connector.server.ts';
import { type Cells, type Known, type Operation, type Period, type Portion, type Row, SKIPPED } from '../operation.ts';
import { child, children, childText } from '../xml-tree.ts';
import { differentiationOf } from './differentiation.ts';
import { unitOf } from './units.ts';

const common = {
  service: 'tariff',
  version: '13.2.0.1',
  skip: SKIPPED,
  needs: 'documents',
  plan,
  tables: [table],
} as const;

export const tariffs: Operation = {
  ...common,
  id: 'tariffs',
  action: 'exportMunicipalResourceTariff',
  element: 'exportMunicipalResourceTariffRequest',
  records: ['exportMunicipalResourceTariffResult'],
  dictionaries: [262, 268],
  rows: resourceRows,
};

export const maintenance: Operation = {
  ...common,
  id: 'maintenance',
  action: 'exportResidentialPremisesMaintenance',
  element: 'exportResidentialPremisesMaintenanceRequest',
  records: ['exportResidentialPremisesMaintenanceResult'],
  dictionaries: [13, 307],
  rows: maintenanceRows,
};

async function plan(ctx: Context, { from, to }: Period): Promise<Portion[]> {
  const codes = await sql<{ code: string }>`
    select distinct left(oktmo, 8) as code from house where oktmo ~ '^([0-9]{8}|[0-9]{11})$' order by 1`.execute(ctx.db);
  return codes.rows.map(({ code }) => ({
    about: {},
    content: { 'tariff:OKTMO': { 'base:code': code }, 'tariff:DateEffectiveFrom': from, 'tariff:DateEffectiveTo': to },
  }));
}

function resourceRows(record: XmlNode, _about: Cells, known: Known): readonly Row[] {
  const tariff = child(record, 'MunicipalResourceTariff');
  const resource = known.name(child(tariff, 'TariffType')) || childText(tariff, 'Name');
  return children(tariff, 'Price').map((price) => ({
    to: table,
    cells: {
      ...actAndTerm(record, tariff, known),
      ...differentiationOf(price),
      resource,
      unit: unitOf(childText(price, 'Unit')),
      price: childText(price, 'Price'),
      component: [known.name(child(price, 'TariffStructure')), childText(price, 'Description')].filter(Boolean).join(', '),
    },
  }));
}

/** One price a square metre, or a price for each kind of work when the decision names only those. */
function maintenanceRows(record: XmlNode, _about: Cells, known: Known): readonly Row[] {
  const charge = child(record, 'ResidentialPremisesMaintenance');
  const cells = {
    ...actAndTerm(record, charge, known),
    ...differentiationOf(charge),
    resource: 'Содержание жилого помещения',
    unit: 'м²',
  };
  const usage = children(charge, 'Usage')
    .map((one) => known.name(one))
    .join(', ');
  const whole = childText(charge, 'Price');
  if (whole) return [{ to: table, cells: { ...cells, price: whole, component: usage } }];
  return children(charge, 'Job')
    .filter((job) => childText(job, 'Price'))
    .map((job) => ({ to: table, cells: { ...cells, price: childText(job, 'Price'), component: known.name(job) } }));
}

function actAndTerm(record: XmlNode, tariff: XmlNode | undefined, known: Known): Cells {
  const act = children(tariff, 'ActGUID')
    .map((one) => known.document(one.text))
    .find((one) => one !== null);
  return {
    oktmo: children(tariff, 'OKTMO')
      .map((one) => childText(one, 'code'))
      .join(' '),
    date_from: childText(tariff, 'DateFrom'),
    date_to: childText(tariff, 'DateTo'),
    act_number: act?.number ?? '',
    act_date: act?.date ?? '',
    act_body: act?.body ?? '',
    act_title: act?.title ?? '',
    status: childText(record, 'Status'),
  };
}
