// What the card of a house says of its owners' meetings: the latest with its votes, plain words on what it changed, the others folded.
import { createI18n, wordsOf } from '@zhkh/kernel/i18n';
import { renderToStaticMarkup } from 'react-dom/server';
import { I18nextProvider } from 'react-i18next';
import { describe, expect, it } from 'vitest';
import en from '../i18n/en.json' with { type: 'json' };
import ru from '../i18n/ru.json' with { type: 'json' };
import type { Meeting } from '../queries/meetings-of.server.ts';
import { HouseMeetings } from './house-meetings.tsx';

const i18n = createI18n(wordsOf([{ id: 'directory', words: { ru, en } }]), 'ru');

const meeting: Meeting = {
  id: 'a',
  number: '3',
  date: '2025-09-26',
  counted: true,
  quorum: true,
  form: 'MeetingAVoting',
  kind: 'Extra',
  type: 'Owners',
  metOn: '2025-09-04',
  metAt: '18:30',
  votedFrom: '2025-09-05',
  votedTo: '2025-09-24',
  place: 'двор дома',
  decisions: [
    {
      id: 'a1',
      number: 1,
      question: 'Выбрать управляющую организацию',
      accepted: true,
      votes: [75, 20, 5],
      effect: 'company',
      way: null,
    },
    { id: 'a2', number: 2, question: 'Закрыть мусоропровод', accepted: false, votes: null, effect: null, way: null },
  ],
  source: { connector: 'protocols', file: 'protocols.csv', date: '2026-02-05', line: 2 },
};

function text(meetings: readonly Meeting[]): string {
  const page = renderToStaticMarkup(
    <I18nextProvider i18n={i18n}>
      <HouseMeetings meetings={meetings} zone="Asia/Yekaterinburg" />
    </I18nextProvider>,
  );
  return page.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
}

describe('meetings of owners', () => {
  it('say what was decided, by which votes and from where it is known', () => {
    const page = text([meeting]);
    expect(page).toContain('Протокол № 3 от 26 сентября 2025');
    expect(page).toContain('Собственники выбрали управляющую организацию');
    expect(page).toMatch(/Принято .*Выбрать управляющую организацию.*За 75 %, против 20 %, воздержались 5 %/);
    expect(page).toMatch(/Не принято .*Закрыть мусоропровод/);
    expect(page).toMatch(/ГИС ЖКХ, протоколы собраний собственников.*строка 2 \(protocols\.csv\)/);
  });

  it('put the latest valid one first and say why another has no force', () => {
    const annulled: Meeting = { ...meeting, id: 'b', number: '9', date: '2026-01-10', counted: false, decisions: [] };
    const powerless: Meeting = { ...meeting, id: 'c', number: '1', date: '2024-05-01', quorum: false, decisions: [] };
    const page = text([annulled, meeting, powerless]);
    expect(page.indexOf('№ 3')).toBeLessThan(page.indexOf('№ 9'));
    expect(page).toContain('Протокол аннулирован');
    expect(page).toContain('Кворума не было');
    expect(page).toContain('Другие протоколы: 2');
  });

  it('are not drawn when no register tells of any', () => {
    expect(text([])).toBe('');
  });
});
