// The title of a page in the browser's tab: page first, then the region, else the product.
import { describe, expect, it } from 'vitest';
import { pageTitle } from './page-title.ts';

const titleOf = (data: unknown, root?: unknown) => pageTitle({ data, matches: [{ id: 'root', data: root }] })[0]?.title;

describe('pageTitle', () => {
  it('names the page, then the region of the portal', () => {
    expect(titleOf({ title: 'Обращения' }, { region: { name: 'Тюменская область' } })).toBe('Обращения · Тюменская область');
  });

  it('names the region an operator looks into, else the product', () => {
    const root = { site: 'Цифровое ЖКХ' };
    expect(titleOf({ title: 'Импорт', region: 'Тюменская область' }, root)).toBe('Импорт · Тюменская область');
    expect(titleOf({ title: 'Регион', region: { slug: 'x', name: 'Омская область' } }, root)).toBe('Регион · Омская область');
    expect(titleOf({ title: 'Сбои' }, root)).toBe('Сбои · Цифровое ЖКХ');
  });

  it('says whose the site is when the page failed or has no name', () => {
    expect(titleOf(undefined, { site: 'Цифровое ЖКХ' })).toBe('Цифровое ЖКХ');
    expect(titleOf({ region: { name: 'Омская область' } }, { region: { name: 'Омская область' } })).toBe('Омская область');
  });
});
