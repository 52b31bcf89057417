// The regions of the local mode, as data.
import type { NewRegion } from '@zhkh/kernel/tenancy.server';
import { installed } from '../../../modules/installed.server.ts';

type DemoRegion = Omit<NewRegion, 'hosts' | 'plan'>;

const demoModules = installed.filter((module) => module.alwaysOn || module.demo).map((module) => module.id);

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
