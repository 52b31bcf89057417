// Codes of territories as decisions on tariffs name them.
import { describe, expect, it } from 'vitest';
import { territory } from './connector.server.ts';

describe('a territory', () => {
  it.each([
    ['71000000', '71'],
    ['71701000', '71701'],
    ['71701000001', '71701000001'],
    ['71644430', '71644430'],
    ['71644430000', '71644430'],
  ])('of %s is all that begins with %s', (code, prefix) => {
    expect(territory(code)).toBe(prefix);
  });
});
