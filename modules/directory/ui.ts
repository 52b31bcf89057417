// What the directory adds to the browser: navigation, slots, words.
import { defineUi, drawSlot } from '@zhkh/kernel/module';
import { homeCalls, homePlate } from '@zhkh/ui/app-slots';
import en from './i18n/en.json';
import ru from './i18n/ru.json';
import { HomeCalls, HomePlate } from './ui/home-slots.tsx';

export default defineUi({
  id: 'directory',
  nav: [
    { app: 'portal', area: 'public', to: '/houses', label: 'directory:nav.houses', icon: 'search', order: 10 },
    {
      app: 'portal',
      area: 'authority',
      to: '/authority/houses',
      label: 'directory:nav.register',
      icon: 'house',
      can: 'directory.read-register',
      order: 40,
    },
    {
      app: 'portal',
      area: 'authority',
      to: '/authority/companies',
      label: 'directory:nav.companies',
      icon: 'building',
      can: 'directory.read-register',
      order: 41,
    },
    {
      app: 'portal',
      area: 'authority',
      to: '/authority/changes',
      label: 'directory:nav.changes',
      icon: 'clock',
      can: 'directory.read-register',
      order: 42,
    },
  ],
  slots: [drawSlot(homePlate, 'directory.plate', 10, HomePlate), drawSlot(homeCalls, 'directory.calls', 10, HomeCalls)],
  words: { ru, en },
});
