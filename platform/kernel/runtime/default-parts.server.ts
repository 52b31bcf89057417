// The parts every process uses unless a test replaces one.
import { createFileStore } from '../files/file-store.server.ts';
import { createServerTranslator } from '../i18n/server-words.server.ts';
import { createMailTransport } from '../notify/mail-transport.server.ts';
import { createNotifier } from '../notify/notifier.server.ts';
import { createSmsTransport } from '../notify/sms-transport.server.ts';
import type { RuntimeParts } from './parts.server.ts';
import type { Registry } from '../module/registry.server.ts';

export function defaultParts(registry: Registry): RuntimeParts {
  let translate: RuntimeParts['translatorFor'] | null = null;
  return {
    files: (scope) => createFileStore(scope),
    notifier: (scope) => createNotifier(scope),
    mail: (config) => createMailTransport(config),
    sms: (config) => createSmsTransport(config),
    translatorFor: (locale) => {
      translate ??= createServerTranslator(registry.modules.map((module) => module.id));
      return translate(locale);
    },
  };
}
