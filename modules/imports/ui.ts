// What imports adds to the browser: navigation and words.
import { defineUi } from '@zhkh/kernel/module';
import en from './i18n/en.json';
import ru from './i18n/ru.json';

export default defineUi({
  id: 'imports',
  nav: [
    {
      app: 'superadmin',
      area: 'operator',
      to: '/regions/:slug/imports',
      label: 'imports:nav.imports',
      icon: 'download',
      can: 'imports.manage',
      order: 60,
    },
  ],
  slots: [],
  words: { ru, en },
});
