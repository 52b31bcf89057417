// What outages add to the browser: navigation, slots, words.
import { defineUi } from '@zhkh/kernel/module';
import en from './i18n/en.json';
import ru from './i18n/ru.json';
import { FilingNotice } from './ui/filing-notice.tsx';
import { HousePanel, ResidentCard } from './ui/house-panel.tsx';

export default defineUi({
  id: 'outages',
  nav: [
    {
      app: 'portal',
      area: 'company',
      to: '/company/outages',
      label: 'outages:nav.outages',
      icon: 'water',
      can: 'outages.company',
      order: 20,
    },
    {
      app: 'portal',
      area: 'authority',
      to: '/authority/outages',
      label: 'outages:nav.outages',
      icon: 'water',
      can: 'outages.oversee',
      order: 35,
    },
  ],
  slots: [
    { slot: 'house-page.panel', id: 'outages.house', order: 5, Component: HousePanel },
    { slot: 'resident-home.card', id: 'outages.home', order: 5, Component: ResidentCard },
    { slot: 'complaint-form.notice', id: 'outages.filing', order: 10, Component: FilingNotice },
  ],
  words: { ru, en },
});
