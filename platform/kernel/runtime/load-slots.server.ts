// Loads what modules put into a slot: all together, each within a time limit; a failed or late one is dropped.
import type { Context, LoadedSlot } from '../module/context.server.ts';
import type { SlotLoader } from '../module/define-module.server.ts';
import type { Registry } from '../module/registry.server.ts';

const LIMIT_MS = 400;

/** `null` or `undefined` from a loader means «nothing to show». */
export async function loadSlots(
  registry: Registry,
  ctx: Context,
  slot: string,
  input: Record<string, string>,
  limitMs: number = LIMIT_MS,
): Promise<readonly LoadedSlot[]> {
  const loaders = registry.modules
    .filter((module) => ctx.modules.has(module.id))
    .flatMap((module) => module.slots)
    .filter((loader) => loader.slot === slot);
  const loaded = await Promise.all(loaders.map((loader) => loadOne(ctx, loader, input, limitMs)));
  return loaded.filter((one): one is LoadedSlot => one !== undefined && one.data !== null && one.data !== undefined);
}

async function loadOne(
  ctx: Context,
  loader: SlotLoader,
  input: Record<string, string>,
  limitMs: number,
): Promise<LoadedSlot | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`slot ${loader.id} took over ${limitMs} ms`)), limitMs);
  });
  try {
    return { id: loader.id, data: await Promise.race([loader.load(ctx, input), late]) };
  } catch (error) {
    ctx.log.warn({ slot: loader.slot, id: loader.id, err: error }, 'slot dropped');
    return undefined;
  } finally {
    clearTimeout(timer);
  }
}
