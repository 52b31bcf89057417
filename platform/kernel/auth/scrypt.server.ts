// Slow hashes of passwords and phone codes. Bounded: a flood of guesses waits in line or is refused, the process stays alive.
import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { unavailable } from '../errors/index.ts';
import { boundedLine } from '../limits/bounded-line.ts';

const inTurn = boundedLine({ atOnce: 3, mostWaiting: 60, busy: () => unavailable('auth.busy') });

function derive(text: string, salt: Buffer, cost: number): Promise<Buffer> {
  return new Promise((resolve, reject) =>
    scrypt(text.normalize('NFKC'), salt, 32, { N: cost, r: 8, p: 1, maxmem: 256 * cost * 8 }, (error, key) =>
      error ? reject(error) : resolve(key),
    ),
  );
}

export interface SlowHash {
  salt: Buffer;
  hash: Buffer;
  cost: number;
}

/** A code lives ten minutes and five tries, a password for years: they deserve different prices. */
export const codeCost = 2 ** 13;
export const passwordCost = 2 ** 16;

export async function slowHash(text: string, cost: number): Promise<SlowHash> {
  const salt = randomBytes(16);
  return { salt, hash: await inTurn(() => derive(text, salt, cost)), cost };
}

export async function matchesSlowHash(text: string, stored: SlowHash): Promise<boolean> {
  const given = await inTurn(() => derive(text, stored.salt, stored.cost));
  return timingSafeEqual(given, stored.hash);
}

const nobody: SlowHash = { salt: Buffer.alloc(16, 7), hash: Buffer.alloc(32), cost: passwordCost };

/** The work of a check without an account, so that a stranger's address answers as slowly as a known one. */
export async function matchNobody(text: string): Promise<false> {
  await matchesSlowHash(text, nobody);
  return false;
}
