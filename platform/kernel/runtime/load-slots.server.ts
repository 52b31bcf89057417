// Loads what modules put into a slot: all together, each within a time limit; a failed or late one is dropped.
import pTimeout from 'p-timeout';
import type { Context, LoadedSlot } from '../module/context.server.ts';
import type { Slot } from '../module/define-contract.ts';
import type { SlotLoader } from '../module/define-module.server.ts';
import type { Registry } from '../module/registry.server.ts';

const LIMIT_MS = 400;

/** `null` from a loader means «nothing to show». `fillSlot` held each loader to the slot's type. */
export async function loadSlots<Input, Data>(
  registry: Registry,
  ctx: Context,
  slot: Slot<Input, Data>,
  input: Input,
  limitMs: number = LIMIT_MS,
): Promise<readonly LoadedSlot<Data>[]> {
  const loaders = registry.modules
    .filter((module) => ctx.modules.has(module.id))
    .flatMap((module) => module.slots)
    .filter((loader) => loader.slot.name === slot.name);
  const loaded = await Promise.all(loaders.map((loader) => loadOne(ctx, loader, input, limitMs)));
  return loaded.filter((one): one is LoadedSlot<Data> => one !== undefined && one.data !== null && one.data !== undefined);
}

async function loadOne(ctx: Context, loader: SlotLoader, input: unknown, limitMs: number): Promise<LoadedSlot | undefined> {
  const message = `slot ${loader.id} took over ${limitMs} ms`;
  try {
    return { id: loader.id, data: await pTimeout(loader.load(ctx, input), { milliseconds: limitMs, message }) };
  } catch (error) {
    ctx.log.warn({ slot: loader.slot.name, id: loader.id, err: error }, 'slot dropped');
    return undefined;
  }
}
