// What every built loader and action says of itself, and the list of it for a whole build.
import type { ServerBuild } from '@remix-run/node';

export interface Policy {
  /** Permission name, `public` or `signed-in`. */
  can: string;
  module: string;
  kind: 'loader' | 'action';
  /** Names of path parameters and query keys the handler reads; null = it reads none of them. */
  params: readonly string[] | null;
  query: readonly string[] | null;
  /** Fields of the form; by intent when the action has several. */
  form: readonly string[] | Record<string, readonly string[]> | null;
}

export interface RoutePolicy {
  routeId: string;
  /** Full URL pattern: `/complaints/:complaintId`. */
  path: string;
  loader: Policy | null;
  action: Policy | null;
  /** False for resource routes: they answer without a page. */
  hasPage: boolean;
  /** Handlers that did not come from the builders. */
  problems: readonly ('loader' | 'action')[];
}

/** Every route of a Remix build with its policies: the source of the isolation matrix and of the start-up check. */
export function collectPolicies(build: Pick<ServerBuild, 'routes'>): RoutePolicy[] {
  return Object.values(build.routes)
    .filter((route) => route !== undefined)
    .map((route) => {
      const loader = policyOf(route.module.loader);
      const action = policyOf(route.module.action);
      return {
        routeId: route.id,
        path: fullPath(build, route.id),
        loader: loader ?? null,
        action: action ?? null,
        hasPage: route.module.default !== undefined,
        problems: [
          ...(loader === undefined ? (['loader'] as const) : []),
          ...(action === undefined ? (['action'] as const) : []),
        ],
      };
    });
}

/** Null = there is no handler; undefined = there is one without a policy. */
function policyOf(handler: unknown): Policy | null | undefined {
  if (typeof handler !== 'function') return null;
  return (handler as { policy?: Policy }).policy;
}

function fullPath(build: Pick<ServerBuild, 'routes'>, id: string): string {
  const parts: string[] = [];
  for (let route = build.routes[id]; route; route = route.parentId ? build.routes[route.parentId] : undefined) {
    if (route.path) parts.unshift(route.path.replace(/^\/|\/$/g, ''));
  }
  return `/${parts.join('/')}`;
}

/** Routes that would answer without a gate; the server refuses to start while there is one. */
export function routesWithoutPolicy(build: Pick<ServerBuild, 'routes'>): string[] {
  return collectPolicies(build).flatMap((route) => route.problems.map((kind) => `${route.routeId} (${route.path}): ${kind}`));
}
