// Utilities by the codes of the report schema, their icons, and the topics of complaints they explain.

export const serviceCodes = ['1', '2', '3', '4', '5', '6', '7'] as const;
export type ServiceCode = (typeof serviceCodes)[number];

const icons: Readonly<Record<ServiceCode, string>> = {
  '1': 'water',
  '2': 'drop',
  '3': 'sewer',
  '4': 'power',
  '5': 'gas',
  '6': 'heating',
  '7': 'trash',
};

export const iconOf = (services: readonly string[]): string => icons[services[0] as ServiceCode] ?? 'info';

/** Beginnings of category codes → utilities whose outage explains such a complaint. */
const topics: readonly (readonly [start: string, services: readonly ServiceCode[]])[] = [
  ['water.no_cold', ['1']],
  ['water.no_hot', ['2']],
  ['water.temperature', ['2', '6']],
  ['water.', ['1', '2']],
  ['heating.cold', ['6']],
  ['sewer.', ['3']],
  ['power.', ['4']],
  ['emergency.blackout', ['4']],
  ['lift.stopped', ['4']],
  ['entrance.light', ['4']],
  ['gas.', ['5']],
  ['yard.waste', ['7']],
  ['yard.light', ['4']],
];

export function explains(services: readonly string[], category: string): boolean {
  const topic = topics.find(([start]) => category.startsWith(start));
  return topic?.[1].some((code) => services.includes(code)) ?? false;
}
