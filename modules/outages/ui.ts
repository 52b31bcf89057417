// What outages add to the browser: navigation, slots, words.
import { complaintFormNotice } from '@zhkh/complaints';
import { housePagePanel } from '@zhkh/directory';
import { defineUi, drawSlot } from '@zhkh/kernel/module';
import { homeCard } from '@zhkh/ui/app-slots';
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
    drawSlot(housePagePanel, 'outages.house', 5, HousePanel),
    drawSlot(homeCard, 'outages.home', 5, ResidentCard),
    drawSlot(complaintFormNotice, 'outages.filing', 10, FilingNotice),
  ],
  words: { ru, en },
});
