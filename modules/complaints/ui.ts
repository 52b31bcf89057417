// What complaints add to the browser: navigation, slots, words.
import { companyPagePanel, housePagePanel } from '@zhkh/directory';
import { defineUi, drawSlot } from '@zhkh/kernel/module';
import { homeCard } from '@zhkh/ui/app-slots';
import en from './i18n/en.json';
import ru from './i18n/ru.json';
import { CompanyPanel } from './ui/company-panel.tsx';
import { HousePanel } from './ui/house-panel.tsx';
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
    drawSlot(homeCard, 'complaints.mine', 10, ResidentCard),
    drawSlot(housePagePanel, 'complaints.house', 10, HousePanel),
    drawSlot(companyPagePanel, 'complaints.company', 10, CompanyPanel),
  ],
  words: { ru, en },
});
