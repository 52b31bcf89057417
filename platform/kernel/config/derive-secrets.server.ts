// One secret of the installation, one key per purpose: learning one key tells nothing about another.
import { hkdfSync } from 'node:crypto';
import type { Secrets } from './config.ts';

export function deriveSecrets(secretKey: string): Secrets {
  const key = (purpose: string) => Buffer.from(hkdfSync('sha256', secretKey, 'zhkh', purpose, 32)).toString('hex');
  return {
    databaseLogins: key('database-logins'),
    sessions: key('sessions'),
    codes: key('codes'),
    fields: key('fields'),
  };
}
