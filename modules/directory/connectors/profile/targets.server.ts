// What saved profiles of other regional tables may be about: houses and companies.
import type { ProfileTarget } from '@zhkh/imports';
import { recordChangesSoon } from '../registry.server.ts';
import { profileConnector } from './connector.server.ts';

const target = (id: string, keys: readonly string[]): ProfileTarget => ({
  id,
  title: `directory:profiles.targets.${id}`,
  keys: keys.map((key) => ({ id: key, title: `directory:profiles.keys.${key}` })),
  connector: profileConnector,
  onLoaded: recordChangesSoon,
});

export const profileTargets: readonly ProfileTarget[] = [
  target('house', ['fias-guid', 'house-guid', 'address']),
  target('company', ['ogrn', 'inn']),
];
