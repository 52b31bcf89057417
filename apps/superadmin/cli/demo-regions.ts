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
    brand: { hue: 160, chroma: 0.09, logoFileKey: null },
  },
  {
    slug: 'omsk',
    name: 'Омская область',
    nameEn: 'Omsk Oblast',
    subjectCode: '55',
    timeZone: 'Asia/Omsk',
    brand: { hue: 255, chroma: 0.11, logoFileKey: null },
  },
];
