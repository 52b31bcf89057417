// The regions of the local mode, as data.
import type { NewRegion } from '@zhkh/kernel/tenancy.server';

type DemoRegion = Omit<NewRegion, 'hosts' | 'plan'>;

/** What the demo shows; a module that joins later is off until it is switched on. */
const demoModules = ['directory', 'complaints', 'outages'];

export const demoRegions: readonly DemoRegion[] = [
  {
    slug: 'tyumen',
    name: 'Тюменская область',
    nameEn: 'Tyumen Oblast',
    subjectCode: '72',
    timeZone: 'Asia/Yekaterinburg',
    brand: { hue: 252, chroma: 0.098, logoFileKey: null },
    modules: demoModules,
  },
  {
    slug: 'omsk',
    name: 'Омская область',
    nameEn: 'Omsk Oblast',
    subjectCode: '55',
    timeZone: 'Asia/Omsk',
    brand: { hue: 70, chroma: 0.09, logoFileKey: null },
    modules: demoModules,
  },
];
