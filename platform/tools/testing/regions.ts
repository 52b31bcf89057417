// The two regions every integration test stands on.
import type { NewRegion } from '@zhkh/kernel/tenancy.server';

export const regionSlugs = ['tyumen', 'omsk'] as const;
export type RegionSlug = (typeof regionSlugs)[number];

export function testRegions(modules: string[]): NewRegion[] {
  const common = { plan: 'region-plus', modules };
  return [
    {
      ...common,
      slug: 'tyumen',
      name: 'Тюменская область',
      nameEn: 'Tyumen Oblast',
      subjectCode: '72',
      timeZone: 'Asia/Yekaterinburg',
      brand: { hue: 250, chroma: 0.1, logoFileKey: null },
      hosts: ['tyumen.localhost:3000'],
    },
    {
      ...common,
      slug: 'omsk',
      name: 'Омская область',
      nameEn: 'Omsk Oblast',
      subjectCode: '55',
      timeZone: 'Asia/Omsk',
      brand: { hue: 150, chroma: 0.1, logoFileKey: null },
      hosts: ['omsk.localhost:3000'],
    },
  ];
}
