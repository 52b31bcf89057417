// Parts of the look as the server draws them: words, roles, order of label, error and field.
import { renderToStaticMarkup } from 'react-dom/server';
import type { ReactNode } from 'react';
import { I18nextProvider } from 'react-i18next';
import { describe, expect, it } from 'vitest';
import { createI18n, platformWords } from '@zhkh/kernel/i18n';
import { brandCss } from './app-document.tsx';
import { ChoiceCards } from './choice-cards.tsx';
import { FormContext, type FormState } from './form-state.tsx';
import { Grades } from './grades.tsx';
import { LineChart } from './line-chart.tsx';
import { currentOf } from './nav-link.ts';
import { Plate, splitStreet } from './plate.tsx';
import { StatusPill } from './status-pill.tsx';
import { Table } from './table.tsx';
import { TextField } from './text-field.tsx';
import { Trail } from './trail.tsx';
import { meterOf, Windows } from './windows.tsx';

const i18n = createI18n(platformWords, 'ru');

function html(part: ReactNode, state?: Partial<FormState>): string {
  const full = state && ({ ok: false, errors: {}, values: {}, ...state } as FormState);
  return renderToStaticMarkup(
    <I18nextProvider i18n={i18n}>
      <FormContext.Provider value={{ state: full, pending: false, prefix: 'f' }}>{part}</FormContext.Provider>
    </I18nextProvider>,
  );
}

describe('windows', () => {
  it('turns a term into light', () => {
    expect(meterOf({ total: 10, left: 3 })).toEqual({ off: 7, lit: 3 });
    expect(meterOf({ total: 10, left: -3 })).toEqual({ over: 3 });
    expect(meterOf({ total: 10, left: 6, paused: true })).toEqual({ off: 4, paused: 6 });
    expect(meterOf({ total: 10, left: 12 })).toEqual({ off: 0, lit: 10 });
  });

  it('never shows more than fifteen and keeps the last day lit', () => {
    const long = meterOf({ total: 45, left: 1 });
    expect((long.lit ?? 0) + (long.off ?? 0)).toBe(15);
    expect(long.lit).toBe(1);
    expect(html(<Windows {...meterOf({ total: 10, left: -40 })} />).match(/<i /g)).toHaveLength(15);
  });

  it('says itself aloud', () => {
    expect(html(<Windows off={7} lit={3} />)).toContain('aria-label="осталось 3\u00a0из\u00a010"');
    expect(html(<Windows lit={3} hidden />)).not.toContain('aria-label');
  });
});

describe('fields', () => {
  it('puts the error between the label and the field and keeps what was typed', () => {
    const field = html(<TextField name="flat" label="Квартира" help="Цифрами" />, {
      errors: { flat: 'В доме 96 квартир. Проверьте номер' },
      values: { flat: '960' },
    });
    expect(field.indexOf('Квартира')).toBeLessThan(field.indexOf('В\u00a0доме'));
    expect(field.indexOf('В\u00a0доме')).toBeLessThan(field.indexOf('<input'));
    expect(field).toContain('value="960"');
    expect(field).toContain('aria-describedby="f-flat-error f-flat-help"');
    expect(field).toContain('aria-invalid="true"');
  });

  it('never gives a password back', () => {
    expect(html(<TextField name="p" label="Пароль" type="password" defaultValue="x" />, { values: { p: 'secret' } })).not.toMatch(
      /secret|value="x"/,
    );
  });

  it('preselects nothing', () => {
    expect(html(<Grades name="g" label="Оценка" />)).not.toContain('checked');
    const choices = [{ value: 'a', label: 'А' }];
    expect(html(<ChoiceCards name="c" label="Что" choices={choices} />)).not.toContain('checked');
    expect(html(<ChoiceCards name="c" label="Что" choices={choices} />, { values: { c: 'a' } })).toContain('checked');
  });
});

describe('sheets', () => {
  it('shows status by word, the glyph is hidden from the ear', () => {
    expect(html(<StatusPill kind="late" />)).toMatch(/aria-hidden="true".*Просрочено/);
  });

  it('reads a street for the plate', () => {
    expect(splitStreet('ул. Садовая')).toEqual({ kind: 'улица', name: 'Садовая' });
    expect(splitStreet('Мельникайте')).toEqual({ kind: '', name: 'Мельникайте' });
    expect(html(<Plate place="Тюмень, улица" street="Садовая" number="14" />)).toContain('aria-label="Ваш\u00a0дом"');
  });

  it('keeps a failed step and marks the one to come', () => {
    const trail = html(
      <Trail
        steps={[
          { key: 'a', title: 'Письмо', state: 'fail', time: '19:43' },
          { key: 'b', title: 'Позвоним', state: 'next' },
        ]}
      />,
    );
    expect(trail).toMatch(/<li class="fail">.*19:43.*<li class="next">/);
  });

  it('names a table and aligns numbers', () => {
    const table = html(
      <Table
        caption="По сроку"
        rows={[{ id: 1 }]}
        rowKey={(row) => String(row.id)}
        columns={[{ key: 'n', head: 'Дней', numeric: true, cell: (row) => row.id, foot: 1 }]}
      />,
    );
    expect(table).toContain('По сроку</caption>');
    expect(table).toContain('<td class="n">1</td>');
    expect(table).toContain('<tfoot>');
  });

  it('draws a chart with words and a table of the same numbers', () => {
    const chart = html(
      <LineChart
        summary="Выросла с 61 до 82"
        axis="Неделя"
        unit="%"
        goal={90}
        points={[
          { label: '1', value: 61 },
          { label: '2', value: 82 },
        ]}
      />,
    );
    expect(chart).toContain('role="img" aria-label="Выросла с 61 до 82"');
    expect(chart).toContain('<td class="n" data-main="true">82</td>');
  });
});

describe('shell', () => {
  it('lets no text of a region into the style', () => {
    expect(brandCss({ hue: 400, chroma: 0.5 })).toBe(':root{--region-hue:360;--region-chroma:0.13}');
    expect(brandCss({ hue: Number.NaN, chroma: Number('}') })).toBe(':root{--region-hue:252;--region-chroma:0.098}');
  });

  it('marks the nearest section', () => {
    const items = ['/', '/complaints', '/complaints/new'].map((to) => ({ to, label: to, icon: 'home' }));
    expect(currentOf(items, '/complaints/018f')?.to).toBe('/complaints');
    expect(currentOf(items, '/houses')).toBeUndefined();
    expect(currentOf(items, '/')?.to).toBe('/');
  });
});
