// The address search as the server draws it, and as the keyboard drives it once the combobox is there.
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { renderToStaticMarkup } from 'react-dom/server';
import { I18nextProvider } from 'react-i18next';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createI18n, platformWords } from '@zhkh/kernel/i18n';
import { AddressCombobox } from './address-combobox.tsx';

const navigate = vi.fn();
vi.mock('./remix.tsx', () => ({ useNavigate: () => navigate }));

const hits = [
  { id: 'a', title: 'ул. Республики, 14', note: 'г. Тюмень · УК «Тура»' },
  { id: 'b', title: 'ул. Республики, 16', note: 'г. Тюмень · Компания не выбрана' },
];
const i18n = createI18n(platformWords, 'ru');
const search = (
  <I18nextProvider i18n={i18n}>
    <form action="/houses">
      <AddressCombobox label="Адрес дома" suggestFrom="/houses/suggest" to={(house) => `/houses/${house}`} />
    </form>
  </I18nextProvider>
);

let root: Root;
const sent = vi.fn((event: Event) => event.preventDefault());
const asked = vi.fn(async (_url: string, _init: { signal: AbortSignal }) => Response.json({ hits }));

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  vi.stubGlobal('fetch', asked);
  const place = document.body.appendChild(document.createElement('main'));
  place.addEventListener('submit', sent);
  root = createRoot(place);
});

afterEach(async () => {
  await act(async () => root.unmount());
  document.body.replaceChildren();
  vi.unstubAllGlobals();
  vi.clearAllMocks();
});

const field = () => document.querySelector<HTMLInputElement>('input[name="q"]') as HTMLInputElement;
const rows = () => [...document.querySelectorAll('[role="option"]')];
const until = (check: () => void) =>
  vi.waitFor(
    async () => {
      await act(() => new Promise((resolve) => setTimeout(resolve, 20)));
      check();
    },
    { timeout: 5000, interval: 1 },
  );

async function wake(): Promise<void> {
  await act(async () => root.render(search));
  await until(() => expect(field().getAttribute('role')).toBe('combobox'));
  await act(async () => field().focus());
}

async function type(text: string): Promise<void> {
  await act(async () => {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field(), text);
    field().dispatchEvent(new InputEvent('input', { bubbles: true }));
  });
}

async function press(key: string): Promise<void> {
  await act(async () => {
    field().dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    field().dispatchEvent(new KeyboardEvent('keyup', { key, bubbles: true, cancelable: true }));
  });
}

describe('address search', () => {
  it('is a plain named input of the form before the browser wakes it', () => {
    const html = renderToStaticMarkup(search);
    expect(html).toContain('name="q"');
    expect(html).toContain('aria-label="Адрес дома"');
    expect(html).not.toMatch(/role="combobox"|style=/);
  });

  it('keeps what was typed before the combobox came', async () => {
    await act(async () => root.render(search));
    if (field().getAttribute('role') !== 'combobox') field().value = 'респ';
    const typed = field().value;
    await until(() => expect(field().getAttribute('role')).toBe('combobox'));
    expect(field().value).toBe(typed);
  });

  it('asks once for letters typed in a row and shows address and company', async () => {
    await wake();
    await type('ре');
    await type('респ');
    await until(() => expect(rows()).toHaveLength(2));
    expect(asked.mock.calls.map(([url]) => decodeURIComponent(url))).toEqual(['/houses/suggest?q=респ']);
    expect(rows()[0]?.textContent).toContain('«Тура»');
    expect(field().getAttribute('aria-expanded')).toBe('true');
  });

  it('goes straight to the house chosen by arrows and Enter', async () => {
    await wake();
    await type('респ');
    await until(() => expect(rows()).toHaveLength(2));
    await press('ArrowDown');
    await press('ArrowDown');
    expect(field().getAttribute('aria-activedescendant')).toBe(rows()[1]?.id);
    await press('Enter');
    await until(() => expect(navigate).toHaveBeenCalledWith('/houses/b'));
    expect(sent).not.toHaveBeenCalled();
  });

  it('closes on Escape with the text kept, and searches on Enter without a row', async () => {
    await wake();
    await type('респ');
    await until(() => expect(rows()).toHaveLength(2));
    await press('Escape');
    await until(() => expect(rows()).toHaveLength(0));
    expect(field().value).toBe('респ');
    await type('респу');
    await until(() => expect(rows()).toHaveLength(2));
    await press('Enter');
    expect(sent).toHaveBeenCalledOnce();
    expect(navigate).not.toHaveBeenCalled();
  });

  it('says so when nothing is found and stays silent when the server fails', async () => {
    asked.mockResolvedValueOnce(Response.json({ hits: [] }));
    await wake();
    await type('ъъъ');
    const status = () => document.querySelector('[role="status"]')?.textContent;
    await until(() => expect(status()).toContain('не\u00a0нашли'));
    asked.mockRejectedValueOnce(new TypeError('offline'));
    await type('ъъъщ');
    await until(() => expect(status()).toBe(''));
  });
});
