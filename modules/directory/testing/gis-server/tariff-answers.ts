// Tariffs of resources and charges for upkeep.
import { childText } from '../../connectors/gis-exchange/xml-tree.ts';
import type { XmlObject } from '../../connectors/gis-exchange/envelope.ts';
import type { Answer } from './answers.ts';
import { guidOf, nsiRef, numberOf } from './world.ts';

export const tariffs: Answer = (request) => {
  const code = childText(request, 'OKTMO', 'code');
  return {
    'tariff:exportMunicipalResourceTariffResult': [
      resource(code, '1', '113', [
        price('Население', '36.25', { 'tariff:Differentiation': [forWhom('население')] }),
        price('Прочие', '52.1', { 'tariff:Differentiation': [forWhom('прочие')] }),
      ]),
      resource(code, '2', '233', [price('Для всех', '1890.75', { 'tariff:DifferentiationNotSet': 'true' })]),
    ],
  };
};

function resource(code: string, type: string, unit: string, prices: readonly XmlObject[]): XmlObject {
  return {
    'tariff:TariffGUID': guidOf('tariff', code, type),
    'tariff:Status': 'Published',
    'tariff:MunicipalResourceTariff': {
      ...common(code, `Тариф ${type}`),
      'tariff:TariffType': nsiRef(268, type),
      'tariff:Price': prices.map((one) => ordered(one, unit)),
      'tariff:AllOrganization': 'true',
    },
  };
}

function price(description: string, amount: string, how: XmlObject): XmlObject {
  return { 'tariff:TariffStructure': nsiRef(262, '1'), 'tariff:Description': description, 'tariff:Price': amount, how };
}

/** The unit stands between the amount and the criteria. */
function ordered({ how, ...before }: XmlObject, unit: string): XmlObject {
  return { ...before, 'tariff:Unit': unit, ...(how as XmlObject) };
}

const forWhom = (whom: string): XmlObject => ({ 'tariff:DifferentiationCode': '1', 'tariff:ValueString': whom });

export const maintenance: Answer = (request) => {
  const code = childText(request, 'OKTMO', 'code');
  return {
    'tariff:exportResidentialPremisesMaintenanceResult': [
      charge(code, 'whole', { 'tariff:Price': `${20 + numberOf(9, code)}.41` }, { 'tariff:WithoutJobs': 'true' }),
      charge(
        code,
        'by works',
        {},
        {
          'tariff:Job': [
            { ...nsiRef(13, '1'), 'tariff:Price': '12.5' },
            { ...nsiRef(13, '2'), 'tariff:Price': '3.75' },
          ],
        },
      ),
    ],
  };
};

function charge(code: string, kind: string, amount: XmlObject, jobs: XmlObject): XmlObject {
  return {
    'tariff:TariffGUID': guidOf('charge', code, kind),
    'tariff:Status': 'Published',
    'tariff:ResidentialPremisesMaintenance': {
      ...common(code, `Плата за содержание, ${kind}`),
      'tariff:Usage': [nsiRef(307, kind === 'whole' ? '1' : '2')],
      ...amount,
      'tariff:DifferentiationNotSet': 'true',
      'tariff:CoefficientsNotSet': 'true',
      ...jobs,
    },
  };
}

function common(code: string, name: string): XmlObject {
  return {
    'tariff:Name': name,
    'tariff:ActGUID': [guidOf('act', code)],
    'tariff:OKTMO': [{ 'base:code': code }],
    'tariff:DateFrom': '2026-01-01',
    'tariff:DateTo': '2026-06-30',
  };
}
