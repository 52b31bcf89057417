// Random secrets of a local installation, made at the first start and kept beside its data: no default secret exists.
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

export function localSecret(dataDir: string): string {
  const file = path.join(dataDir, 'secrets.json');
  if (existsSync(file)) return (JSON.parse(readFileSync(file, 'utf8')) as { secretKey: string }).secretKey;
  mkdirSync(dataDir, { recursive: true });
  const secretKey = randomBytes(32).toString('hex');
  writeFileSync(file, `${JSON.stringify({ secretKey }, null, 2)}\n`, { mode: 0o600 });
  return secretKey;
}
