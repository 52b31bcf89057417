// One word per region, the worst first; every trouble becomes a line in «Нужны вы».
import { describe, expect, it } from 'vitest';
import { attentionFor, growingQueue, type RegionFacts, regionStatus } from './region-status.ts';

const fine: RegionFacts = { state: 'active', provisioningFailed: false, waiting: 0, parked: 0, schema: { applied: 6, known: 6 } };

describe('regionStatus', () => {
  it.each<[string, Partial<RegionFacts>]>([
    ['working', {}],
    ['provisioning', { state: 'provisioning', schema: { applied: 2, known: 6 } }],
    ['stopped', { state: 'provisioning', provisioningFailed: true }],
    ['suspended', { state: 'suspended' }],
    ['archived', { state: 'archived', waiting: null }],
    ['unreachable', { waiting: null }],
    ['schema-behind', { schema: { applied: 5, known: 6 }, waiting: growingQueue }],
    ['queue-grows', { waiting: growingQueue }],
  ])('says %s', (status, change) => {
    expect(regionStatus({ ...fine, ...change })).toBe(status);
  });
});

describe('attentionFor', () => {
  const region = { ...fine, slug: 'a', name: 'А' };

  it('is silent about a healthy region', () => {
    expect(attentionFor(region)).toEqual([]);
  });

  it('names every trouble with its count', () => {
    const troubled = { ...region, waiting: 900, parked: 2, schema: { applied: 4, known: 6 } };
    expect(attentionFor(troubled)).toEqual([
      { kind: 'behind', slug: 'a', name: 'А', count: 2 },
      { kind: 'parked', slug: 'a', name: 'А', count: 2 },
      { kind: 'queue', slug: 'a', name: 'А', count: 900 },
    ]);
  });
});
