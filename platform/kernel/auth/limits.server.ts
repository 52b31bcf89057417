// How many tries sign-in allows.
// One million possible codes: 10,000 wrong tries a day over the platform are 0.01 expected takeovers.
import type { Limit } from './budget.server.ts';
import { networkOf } from './budget.server.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

export const codeLife = 10 * minute;
export const triesPerCode = 5;

/** Wait before the n-th code to one phone, counted in a day. */
export function gapBeforeSend(n: number): number {
  return [0, 0, 1, 2, 5, 10][n] === undefined ? 15 * minute : ([0, 0, 1, 2, 5, 10][n] as number) * minute;
}

export const sendLimits = {
  network: (address: string): Limit => ({
    key: `sms:net:${networkOf(address)}`,
    most: 200,
    windowMs: hour,
  }),
  phone: (phone: string): Limit => ({
    key: `sms:phone:${phone}`,
    most: 10,
    windowMs: day,
  }),
  gap: (phone: string, windowMs: number): Limit => ({
    key: `sms:gap:${phone}`,
    most: 1,
    windowMs,
  }),
  region: (): Limit => ({ key: 'sms:region', most: 5_000, windowMs: day }),
  platform: (): Limit => ({ key: 'sms:platform', most: 50_000, windowMs: day }),
};

/** Wrong codes. */
export const guessLimits = {
  network: (address: string): Limit => ({
    key: `code:net:${networkOf(address)}`,
    most: 100,
    windowMs: hour,
  }),
  phone: (phone: string): Limit => ({
    key: `code:phone:${phone}`,
    most: 20,
    windowMs: day,
  }),
  region: (): Limit => ({ key: 'code:region', most: 2_000, windowMs: day }),
  platform: (): Limit => ({ key: 'code:platform', most: 10_000, windowMs: day }),
};

/** Wrong passwords. */
export const passwordLimits = (address: string, login: string): Limit[] => [
  { key: `password:net:${networkOf(address)}`, most: 100, windowMs: hour },
  { key: `password:login:${login}`, most: 10, windowMs: hour },
  { key: `password:login-day:${login}`, most: 30, windowMs: day },
  { key: 'password:region', most: 5_000, windowMs: day },
];

/** Wrong second factors: the password is already known, so few are honest. */
export const factorLimits = (accountId: string): Limit[] => [
  { key: `factor:account:${accountId}`, most: 6, windowMs: 15 * minute },
  { key: `factor:account-day:${accountId}`, most: 30, windowMs: day },
];

/** Letters with a link to a new password. */
export const resetLimits = (address: string, login: string): Limit[] => [
  { key: `reset:net:${networkOf(address)}`, most: 30, windowMs: hour },
  { key: `reset:login:${login}`, most: 5, windowMs: hour },
  { key: 'reset:region', most: 1_000, windowMs: day },
];

export const invitationLimits = (address: string): Limit[] => [
  { key: `join:net:${networkOf(address)}`, most: 60, windowMs: hour },
];
