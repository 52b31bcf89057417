// The file of the regions' connections: JSON by region and service.
// What is inside a service's part, its adapter checks.
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { ConfigError, type Connections } from './config.ts';

const schema = z.record(z.string().regex(/^[a-z][a-z0-9-]*$/), z.record(z.string(), z.unknown()));

export function readConnections(file: string): Connections {
  try {
    return schema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    throw new ConfigError(['REGION_CONNECTIONS: must name a readable JSON file { region: { service: { … } } }']);
  }
}
