// The matrix as data: every route of a build × every axis × every way to ask.
// No route is named here; all come from the build.
import { randomUUID } from 'node:crypto';
import type { Ids, World } from './world.ts';

/** What the product's own `collectPolicies` tells of a route. */
export interface RoutePolicy {
  routeId: string;
  path: string;
  loader: Policy | null;
  action: Policy | null;
  hasPage: boolean;
  problems: readonly string[];
}

interface Policy {
  can: string;
  params: readonly string[] | null;
  query: readonly string[] | null;
  form: readonly string[] | Record<string, readonly string[]> | null;
}

export const axes = ['own', 'other person or company', 'other region'] as const;
export type Axis = (typeof axes)[number];
export type Way = 'document' | 'data request' | 'action' | 'action as data request';

export interface Cell {
  routeId: string;
  axis: Axis;
  way: Way;
  method: 'GET' | 'POST';
  url: string;
  form: Record<string, string> | null;
}

/** Whose ids go into the address and the form on each axis; `home` is the visitor's region. */
export function idsFor(world: World, home: keyof World, axis: Axis): Ids {
  const away = home === 'tyumen' ? 'omsk' : 'tyumen';
  if (axis === 'own') return world[home].sides.first;
  return axis === 'other region' ? world[away].sides.first : world[home].sides.second;
}

/** Throws while a route answers without a gate: such a build has no matrix. */
export function cellsOf(routes: readonly RoutePolicy[], ids: (axis: Axis) => Ids): Cell[] {
  const open = routes.filter((route) => route.problems.length > 0);
  if (open.length > 0)
    throw new Error(`Routes without a policy: ${open.map((route) => `${route.path} (${route.problems.join(', ')})`).join('; ')}`);
  return routes.flatMap((route) => axes.flatMap((axis) => cellsOfRoute(route, axis, ids(axis))));
}

function cellsOfRoute(route: RoutePolicy, axis: Axis, ids: Ids): Cell[] {
  const path = fillPath(route.path, ids);
  const query = queryOf(route.loader ?? route.action, ids);
  const asked = { routeId: route.routeId, axis };
  const data = `${path === '/' ? '/_root' : path}.data`;
  const cells: Cell[] = [];
  if (route.hasPage || route.loader) cells.push({ ...asked, way: 'document', method: 'GET', url: path + query, form: null });
  if (route.loader) {
    const only = `${query ? '&' : '?'}_routes=${encodeURIComponent(route.routeId)}`;
    cells.push({ ...asked, way: 'data request', method: 'GET', url: data + query + only, form: null });
  }
  for (const form of formsOf(route.action, ids)) {
    cells.push({ ...asked, way: 'action', method: 'POST', url: path, form });
    cells.push({ ...asked, way: 'action as data request', method: 'POST', url: data, form });
  }
  return cells;
}

function fillPath(pattern: string, ids: Ids): string {
  const path = pattern.replace(/:([a-zA-Z]+)\??/g, (_, name: string) => encodeURIComponent(valueFor(name, ids)));
  return path.replace(/\*/g, 'no/such/page');
}

function queryOf(policy: Policy | null, ids: Ids): string {
  const given = (policy?.query ?? []).map((name) => [name, valueFor(name, ids)] as const).filter(([, value]) => value !== '');
  return given.length === 0 ? '' : `?${new URLSearchParams(given.map(([name, value]) => [name, value]))}`;
}

function formsOf(policy: Policy | null, ids: Ids): Record<string, string>[] {
  if (!policy) return [];
  const fill = (fields: readonly string[]) => Object.fromEntries(fields.map((name) => [name, valueFor(name, ids)]));
  if (policy.form === null) return [{}];
  if (Array.isArray(policy.form)) return [fill(policy.form as readonly string[])];
  return Object.entries(policy.form as Record<string, readonly string[]>).map(([intent, fields]) => ({
    ...fill(fields),
    intent,
  }));
}

/** The most harmful plausible value for a name: an id of the axis where it names an id, else a text that must not come back from elsewhere. */
function valueFor(name: string, ids: Ids): string {
  const known: [RegExp, string][] = [
    [/complaint/i, ids.complaint],
    [/outage/i, ids.outage],
    [/upload/i, ids.upload],
    [/house|residence/i, ids.house],
    [/compan|organisation/i, ids.company],
    [/file|photo/i, ids.file],
    [/token/i, ids.invitation],
    [/account|member|person|user/i, ids.account],
    [/slug|region/i, ids.canary.includes('tyumen') ? 'tyumen' : 'omsk'],
    [/idempotency|Key$/i, randomUUID()],
    [/^(page|from|to|hue|chroma|size)$/i, ''],
    [/id$/i, ids.complaint],
    [/^q$|query|search/i, ids.canary.slice(0, 9)],
  ];
  return known.find(([pattern]) => pattern.test(name))?.[1] ?? 'x';
}
