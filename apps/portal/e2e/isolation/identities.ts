// Everybody who may knock: each role with the cookie it really has, and whose texts it may read in its own region.
import type { Sql } from 'postgres';
import { openSession, type Region, type Side, type World } from './world.ts';

export interface Identity {
  role: string;
  /** Region whose host it visits; null for apps above the regions. */
  region: Region | null;
  /** A fresh cookie each time: a cell may sign its visitor out. */
  cookie(): Promise<string | null>;
  headers?: Record<string, string>;
  /** Sides of the own region whose private texts it may see. */
  mayRead: readonly Side[];
  /** May answer, move or redirect complaints of both sides: its changes to them are no harm. */
  mayChange: readonly Side[];
}

const both: readonly Side[] = ['first', 'second'];

export function visitorsOf(sql: Sql, world: World, region: Region): Identity[] {
  const here = world[region];
  const session = (account: string, membership: string | null) => async () =>
    `portal_sid=${await openSession(sql, `region_${region}.session`, account, membership)}`;
  const staff = (role: string, who: keyof typeof here.staff, sides: readonly Side[]): Identity => {
    const person = here.staff[who];
    return { role, region, cookie: session(person.accountId, person.membershipId), mayRead: sides, mayChange: sides };
  };
  return [
    { role: 'resident', region, cookie: session(here.sides.first.account, null), mayRead: ['first'], mayChange: ['first'] },
    staff('company-employee', 'employee', ['first']),
    staff('company-admin', 'admin', ['first']),
    staff('official elsewhere', 'elsewhere', []),
    ...strangers(sql, world, region),
    staff('official', 'official', both),
    staff('region-admin', 'regionAdmin', both),
  ];
}

/** Nobody's, another region's, a partner's, an operator's and a machine's: to a portal they are all anonymous. */
function strangers(sql: Sql, world: World, region: Region): Identity[] {
  const other: Region = region === 'tyumen' ? 'omsk' : 'tyumen';
  const none = { region, mayRead: [], mayChange: [] };
  const foreign = world[other].sides.first.account;
  return [
    { role: 'anonymous', ...none, cookie: async () => null },
    {
      role: 'machine',
      ...none,
      cookie: async () => null,
      headers: { authorization: 'Bearer not-a-key', accept: 'application/json' },
    },
    {
      role: 'resident of the other region',
      ...none,
      cookie: async () => `portal_sid=${await openSession(sql, `region_${other}.session`, foreign, null)}`,
    },
    { role: 'partner', ...none, cookie: () => partnerCookie(sql, 'portal_sid') },
    { role: 'operator', ...none, cookie: () => operatorCookie(sql, 'operator', 'portal_sid') },
  ];
}

export function visitorsAbove(sql: Sql, world: World, app: 'partner' | 'superadmin'): Identity[] {
  const none = { region: null, mayRead: [], mayChange: [] };
  const resident = world.tyumen.sides.first.account;
  return [
    { role: 'anonymous', ...none, cookie: async () => null },
    {
      role: 'resident',
      ...none,
      cookie: async () => `${app}_sid=${await openSession(sql, 'region_tyumen.session', resident, null)}`,
    },
    { role: 'partner', ...none, cookie: () => partnerCookie(sql, `${app}_sid`) },
    { role: 'support', ...none, cookie: () => operatorCookie(sql, 'support', `${app}_sid`) },
    ...(app === 'superadmin' ? [] : [{ role: 'operator', ...none, cookie: () => operatorCookie(sql, 'operator', `${app}_sid`) }]),
  ];
}

export async function partnerCookie(sql: Sql, name: string): Promise<string> {
  const [account] = await sql<{ id: string }[]>`select id from platform.partner_account limit 1`;
  return `${name}=${await openSession(sql, 'platform.partner_session', account?.id ?? '')}`;
}

export async function operatorCookie(sql: Sql, role: 'operator' | 'support', name: string): Promise<string> {
  const [account] = await sql<{ id: string }[]>`select id from platform.operator_account where role = ${role} limit 1`;
  return `${name}=${await openSession(sql, 'platform.operator_session', account?.id ?? '')}`;
}
