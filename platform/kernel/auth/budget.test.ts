// Which network an address belongs to: one household or one provider's block shares a counter.
import { expect, it } from 'vitest';
import { networkOf } from './budget.server.ts';

it('puts IPv4 into its /24 and IPv6 into its /64', () => {
  expect(networkOf('203.0.113.7')).toBe(networkOf('203.0.113.200'));
  expect(networkOf('203.0.113.7')).not.toBe(networkOf('203.0.114.7'));
  expect(networkOf('::ffff:203.0.113.7')).toBe(networkOf('203.0.113.9'));
  expect(networkOf('2001:db8:1:2::1')).toBe(networkOf('2001:db8:1:2:ffff:1:2:3'));
  expect(networkOf('2001:db8:1:2::1')).not.toBe(networkOf('2001:db8:1:3::1'));
  expect(networkOf('::1')).toBe('0:0:0:0');
});
