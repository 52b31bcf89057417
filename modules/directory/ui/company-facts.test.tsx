// What a company's card says of the tax service's facts: the warning first, figures by year, where each comes from.
import { createI18n, wordsOf } from '@zhkh/kernel/i18n';
import { renderToStaticMarkup } from 'react-dom/server';
import { I18nextProvider } from 'react-i18next';
import { describe, expect, it } from 'vitest';
import en from '../i18n/en.json' with { type: 'json' };
import ru from '../i18n/ru.json' with { type: 'json' };
import type { CompanyFacts as Facts } from '../queries/company-facts.server.ts';
import { CompanyFacts, CompanyWarnings } from './company-facts.tsx';

const i18n = createI18n(wordsOf([{ id: 'directory', words: { ru, en } }]), 'ru');
const source = (connector: string, date: string) => ({ connector, file: `${connector}.zip, VO_1.xml`, date, line: 7 });

const nothing: Facts = { registration: null, finance: [], staff: [], sme: null };
const excluded: Facts = {
  registration: {
    register: 'egrul',
    status: 'excluded',
    statusText: 'Исключение из ЕГРЮЛ',
    statusOn: '2025-12-03',
    registeredOn: '2011-02-17',
    okved: '68.32.1',
    okvedName: 'Управление эксплуатацией жилого фонда',
    capital: 10_000,
    email: null,
    address: '625000, Тюменская область, г. Тюмень',
    addressUnreliable: true,
    addressNote: 'Сведения недостоверны',
    changes: [{ on: '2025-12-10', field: 'status', before: 'active', after: 'excluded' }],
    source: source('egrul', '2026-02-02'),
  },
  finance: [{ year: 2024, income: 21_400_000, expense: 0, source: source('revexp', '2024-12-31') }],
  staff: [{ year: 2024, count: 0, source: source('sshr', '2024-12-31') }],
  sme: {
    category: 'small',
    since: '2016-08-01',
    isNew: null,
    social: null,
    staff: null,
    goneBy: null,
    source: source('rsmp', '2026-02-10'),
  },
};

function text(facts: Facts): string {
  const html = renderToStaticMarkup(
    <I18nextProvider i18n={i18n}>
      <CompanyWarnings registration={facts.registration} />
      <CompanyFacts facts={facts} />
    </I18nextProvider>,
  );
  return html
    .replace(/<svg.*?<\/svg>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');
}

describe('facts of a company', () => {
  it('draw nothing when nothing is known', () => {
    expect(text(nothing)).toBe('');
  });

  it('warn first, then tell figures and sources; zero people is a fact', () => {
    const words = text(excluded);
    expect(words).toContain('Компания исключена из ЕГРЮЛ с 3 декабря 2025. Исключение');
    expect(words).toContain('Юридический адрес недостоверен');
    expect(words.indexOf('недостоверен')).toBeLessThan(words.indexOf('Основная деятельность'));
    expect(words).toContain('2024: расходы 0,0 млн ₽, 0 работников доходы 21,4 млн ₽');
    expect(words).toContain('малое предприятие, с 1 августа 2016');
    expect(words).toContain('10 декабря 2025, состояние: было «действует», стало «исключена из ЕГРЮЛ»');
    for (const kind of ['ЕГРЮЛ', 'доходы и расходы организаций', 'среднесписочная численность', 'реестр малого'])
      expect(words).toContain(`ФНС, ${kind}`);
  });

  it('say that a company has left the register', () => {
    const gone = { ...excluded, sme: excluded.sme && { ...excluded.sme, goneBy: '2026-03-10' } };
    expect(text(gone)).toContain('в реестре не значится (было малое предприятие)');
  });
});
