// A job belongs to the region it was signed for, and to no other.
import { describe, expect, it } from 'vitest';
import { deriveSecrets } from '../config/derive-secrets.server.ts';
import { seal, unseal } from './envelope.server.ts';

const config = { secrets: deriveSecrets('one installation') };
const order = { tenant: 'tyumen', job: 'complaints.deliver' };

describe('envelope', () => {
  it('opens what was sealed, also after a way through JSON', () => {
    expect(unseal(config, JSON.parse(JSON.stringify(seal(config, order))))).toEqual(order);
  });

  it.each([
    ['another region', { tenant: 'omsk' }],
    ['another job', { job: 'complaints.close' }],
    ['a made-up signature', { signature: '0'.repeat(64) }],
  ])('refuses %s', (_, change) => {
    expect(() => unseal(config, { ...seal(config, order), ...change })).toThrow(/not signed/);
  });

  it('refuses another installation and what is no envelope', () => {
    expect(() => unseal({ secrets: deriveSecrets('another') }, seal(config, order))).toThrow(/not signed/);
    for (const junk of [null, {}, { tenant: 'tyumen' }, { ...seal(config, order), extra: 1 }]) {
      expect(() => unseal(config, junk)).toThrow();
    }
  });
});
