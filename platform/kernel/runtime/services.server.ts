// Finds a neighbour's service or plugs for a context: of modules that are on, of others where a point asks.
import { notFound } from '../errors/index.ts';
import type { Context } from '../module/context.server.ts';
import type { ExtensionPoint, ServiceToken } from '../module/define-contract.ts';
import type { Registry } from '../module/registry.server.ts';

export function findService<S>(registry: Registry, ctx: Context, token: ServiceToken<S>): S {
  for (const module of registry.modules) {
    if (!ctx.modules.has(module.id)) continue;
    const binding = module.services.find((s) => s.token.name === token.name);
    if (binding) return binding.create(ctx) as S;
  }
  throw notFound('platform.module-off');
}

export function findPlugs<P>(registry: Registry, ctx: Context, point: ExtensionPoint<P>): readonly P[] {
  return registry.modules
    .filter((module) => point.evenOff || ctx.modules.has(module.id))
    .flatMap((module) => module.plugs)
    .filter((binding) => binding.point.name === point.name)
    .map((binding) => binding.create(ctx) as P);
}
