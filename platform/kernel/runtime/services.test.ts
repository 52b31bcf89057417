// Who answers at an extension point: modules that are on; at points of lasting duties those that are off too.
import { expect, it } from 'vitest';
import type { Context } from '../module/context.server.ts';
import { defineExtensionPoint } from '../module/define-contract.ts';
import type { ModuleManifest } from '../module/define-module.server.ts';
import { createRegistry } from '../module/registry.server.ts';
import { findPlugs } from './services.server.ts';

const usual = defineExtensionPoint<string>('test.usual');
const duty = defineExtensionPoint<string>('test.duty', { evenOff: true });
const module = (id: string) =>
  ({
    id,
    handlers: [],
    jobs: [],
    plugs: [usual, duty].map((point) => ({ point, create: () => id })),
  }) as unknown as ModuleManifest;

it('asks modules that are off only where the point says so', () => {
  const registry = createRegistry([module('on'), module('off')]);
  const ctx = { modules: new Set(['on']) } as unknown as Context;
  expect(findPlugs(registry, ctx, usual)).toEqual(['on']);
  expect(findPlugs(registry, ctx, duty)).toEqual(['on', 'off']);
});
