// What a region may be called and look like.
import { describe, expect, it } from 'vitest';
import { regionInput } from './region-input.ts';

const good = {
  slug: 'kurgan',
  name: 'Курганская область',
  nameEn: 'Kurgan Oblast',
  subjectCode: '45',
  timeZone: 'Asia/Yekaterinburg',
  plan: 'base',
  hue: '150',
  chroma: '0,098',
  hosts: 'kurgan.localhost:3000\nzhkh.kurgan.example',
};

describe('regionInput', () => {
  it('reads a filled form', () => {
    expect(regionInput.parse(good)).toMatchObject({
      hue: 150,
      chroma: 0.098,
      hosts: ['kurgan.localhost:3000', 'zhkh.kurgan.example'],
    });
  });

  it.each([
    ['slug', 'Kurgan'],
    ['slug', 'k'],
    ['slug', '45region'],
    ['slug', 'a;drop schema'],
    ['subjectCode', '4'],
    ['timeZone', 'Mars/Olympus'],
    ['hue', '361'],
    ['chroma', '0,14'],
    ['chroma', 'blue'],
    ['hosts', 'http://kurgan'],
    ['hosts', '-kurgan.example'],
    ['name', ' '],
  ])('refuses %s = %s', (field, value) => {
    const result = regionInput.safeParse({ ...good, [field]: value });
    expect(result.success).toBe(false);
    expect(result.error?.issues[0]?.path[0]).toBe(field);
  });

  it('refuses an unknown field', () => {
    expect(regionInput.safeParse({ ...good, state: 'active' }).success).toBe(false);
  });
});
