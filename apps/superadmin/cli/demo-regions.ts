// The regions of the local mode, as data.
import type { NewRegion } from '@zhkh/platform/tenancy.server';

type DemoRegion = Omit<NewRegion, 'hosts' | 'plan'>;

export const demoRegions: readonly DemoRegion[] = [
  {
    slug: 'tyumen',
    name: 'Тюменская область',
    nameEn: 'Tyumen Oblast',
    subjectCode: '72',
    timeZone: 'Asia/Yekaterinburg',
    brand: { hue: 252, chroma: 0.098, logoFileKey: null },
  },
  {
    slug: 'omsk',
    name: 'Омская область',
    nameEn: 'Omsk Oblast',
    subjectCode: '55',
    timeZone: 'Asia/Omsk',
    brand: { hue: 70, chroma: 0.09, logoFileKey: null },
  },
];
