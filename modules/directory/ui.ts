// What the directory adds to the browser: navigation, slots, words.
import { defineUi } from '@zhkh/platform/module';
import en from './i18n/en.json';
import ru from './i18n/ru.json';

export default defineUi({
  id: 'directory',
  nav: [
    { app: 'portal', area: 'public', to: '/houses', label: 'directory:nav.houses', icon: 'search', order: 10 },
    { app: 'portal', area: 'authority', to: '/authority/houses', label: 'directory:nav.register', icon: 'house', can: 'directory.read-register', order: 40 },
  ],
  slots: [],
  words: { ru, en },
});
