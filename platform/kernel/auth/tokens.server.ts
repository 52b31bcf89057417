// Random tokens for sessions, links and challenges: 256 bits, only their hash is stored.
import { createHash, createHmac, randomBytes, randomInt } from 'node:crypto';

export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

/** For secrets short enough to be tried one by one: the key lives outside the database. */
export function keyedHash(key: string, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}

export function newPhoneCode(): string {
  return randomInt(0, 1_000_000).toString().padStart(6, '0');
}
