// What profiles of a region may be about, as its modules plug it in.
import { invalid } from '@zhkh/kernel/errors';
import type { Context } from '@zhkh/kernel/module.server';
import { type ProfileTarget, profileTarget } from '../contract.ts';

export function profileTargets(ctx: Context): readonly ProfileTarget[] {
  return ctx.plugs(profileTarget);
}

export function targetById(ctx: Context, id: string): ProfileTarget {
  const found = profileTargets(ctx).find((one) => one.id === id);
  if (!found) throw invalid('imports.unknown-target', { fields: { target: { key: 'imports:errors.unknown-target' } } });
  return found;
}
