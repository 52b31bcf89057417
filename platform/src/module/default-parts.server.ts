// The parts every process uses unless a test replaces one.
import { unavailable } from '../errors/index.ts';
import { createFileStore } from '../files/index.server.ts';
import { createServerTranslator } from '../i18n/server-words.server.ts';
import type { RuntimeParts } from './parts.server.ts';
import type { Registry } from './registry.server.ts';

export function defaultParts(registry: Registry): RuntimeParts {
  let translate: RuntimeParts['translatorFor'] | null = null;
  const absent = (): never => {
    throw unavailable('platform.not-connected');
  };
  return {
    files: (scope) => createFileStore(scope),
    notifier: () => ({ letter: absent, sms: absent }),
    translatorFor: (locale) => {
      translate ??= createServerTranslator(registry.modules.map((module) => module.id));
      return translate(locale);
    },
  };
}
