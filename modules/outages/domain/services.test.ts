// Which icon an outage bears and which complaints it explains.
import { expect, it } from 'vitest';
import { explains, iconOf, serviceCodes } from './services.ts';

it('has an icon for each utility and one for none', () => {
  expect(serviceCodes.map((code) => iconOf([code]))).toEqual(['water', 'drop', 'sewer', 'power', 'gas', 'heating', 'trash']);
  expect(iconOf(['6', '1'])).toBe('heating');
  expect(iconOf([])).toBe('info');
});

it.each([
  ['water.no_cold', ['1']],
  ['water.no_hot', ['2']],
  ['water.temperature', ['2', '6']],
  ['water.pressure', ['1', '2']],
  ['heating.cold', ['6']],
  ['sewer.blocked', ['3']],
  ['power.none', ['4']],
  ['emergency.blackout', ['4']],
  ['lift.stopped', ['4']],
  ['entrance.light', ['4']],
  ['gas.smell', ['5']],
  ['yard.waste', ['7']],
  ['yard.light', ['4']],
  ['heating.noise', []],
  ['roof.leak', []],
])('complaints about %s are explained by %j alone', (category, codes) => {
  expect(serviceCodes.filter((code) => explains([code], category))).toEqual(codes);
});

it('looks at every utility of the outage', () => {
  expect(explains(['3', '6'], 'water.temperature')).toBe(true);
  expect(explains([], 'water.temperature')).toBe(false);
});
