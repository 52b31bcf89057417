// Gives the address of a region's own login, for benches and drills that speak to PostgreSQL directly.
import type { Config } from '../config/config.ts';
import { derivedLogin, roleOf, schemaOf } from './names.ts';

export function regionAddress(config: Config, slug: string): { url: string; schema: string } {
  const { role, password } = derivedLogin(config, roleOf(config, slug));
  const url = new URL(config.database.url);
  url.username = role;
  url.password = password;
  return { url: url.toString(), schema: schemaOf(slug) };
}
