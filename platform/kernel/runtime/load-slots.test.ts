// Slots: loaded together, in time or not at all.
import { expect, it } from 'vitest';
import type { Context } from '../module/context.server.ts';
import { defineSlot } from '../module/define-contract.ts';
import { fillSlot, type ModuleManifest } from '../module/define-module.server.ts';
import { loadSlots } from './load-slots.server.ts';
import { createRegistry } from '../module/registry.server.ts';

const card = defineSlot<{ flat: string }, object>('home-page.card', { drawnBy: 'module' });
const never = () => new Promise<never>(() => {});

function moduleWith(id: string, load: () => Promise<object | null>): ModuleManifest {
  const slots = [fillSlot(card, `${id}.card`, load)];
  return { id, slots, handlers: [], jobs: [] } as unknown as ModuleManifest;
}

it('drops what is late, broken, empty or off, and keeps the rest', async () => {
  const registry = createRegistry([
    moduleWith('fine', async () => ({ n: 1 })),
    moduleWith('late', never),
    moduleWith('broken', async () => Promise.reject(new Error('no'))),
    moduleWith('empty', async () => null),
    moduleWith('off', async () => ({ n: 2 })),
  ]);
  const warned: unknown[] = [];
  const ctx = {
    modules: new Set(['fine', 'late', 'broken', 'empty']),
    log: { warn: (detail: unknown) => warned.push(detail) },
  } as unknown as Context;
  expect(await loadSlots(registry, ctx, card, { flat: '1' }, 20)).toEqual([{ id: 'fine.card', data: { n: 1 } }]);
  expect(warned).toHaveLength(2);
  expect(await loadSlots(registry, ctx, defineSlot<{ flat: string }, object>('home-page.other'), { flat: '1' }, 20)).toEqual([]);
});
