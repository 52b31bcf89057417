// What complaints add to the browser: navigation, slots, words.
import { defineUi } from '@zhkh/kernel/module';
import en from './i18n/en.json';
import ru from './i18n/ru.json';
import { CompanyPanel } from './ui/company-panel.tsx';
import { HousePanel } from './ui/house-panel.tsx';
import { RegionNumbers } from './ui/region-numbers.tsx';
import { ResidentCard } from './ui/resident-card.tsx';

export default defineUi({
  id: 'complaints',
  nav: [
    {
      app: 'portal',
      area: 'resident',
      to: '/complaints',
      label: 'complaints:nav.mine',
      icon: 'document',
      can: 'complaints.read-own',
      order: 20,
    },
    {
      app: 'portal',
      area: 'company',
      to: '/company/inbox',
      label: 'complaints:nav.inbox',
      icon: 'document',
      can: 'complaints.inbox',
      order: 10,
    },
    {
      app: 'portal',
      area: 'authority',
      to: '/authority',
      label: 'complaints:nav.overview',
      icon: 'home',
      can: 'complaints.oversee',
      order: 10,
    },
    {
      app: 'portal',
      area: 'authority',
      to: '/authority/complaints',
      label: 'complaints:nav.all',
      icon: 'document',
      can: 'complaints.oversee',
      order: 20,
    },
    {
      app: 'portal',
      area: 'authority',
      to: '/authority/queue',
      label: 'complaints:nav.queue',
      icon: 'phone',
      can: 'complaints.resolve',
      order: 30,
    },
  ],
  slots: [
    { slot: 'resident-home.card', id: 'complaints.mine', order: 10, Component: ResidentCard },
    { slot: 'house-page.panel', id: 'complaints.house', order: 10, Component: HousePanel },
    { slot: 'company-page.panel', id: 'complaints.company', order: 10, Component: CompanyPanel },
    { slot: 'front.numbers', id: 'complaints.region', order: 10, Component: RegionNumbers },
  ],
  words: { ru, en },
});
