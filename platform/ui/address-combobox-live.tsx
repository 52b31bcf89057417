// The combobox itself, on React Aria: loaded in the browser only, by pages that search an address.
import { type KeyboardEvent, useContext, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  ComboBox,
  ComboBoxStateContext,
  I18nProvider,
  Input,
  ListBox,
  ListBoxItem,
  Popover,
  RouterProvider,
  Text,
} from 'react-aria-components';
import type { AddressComboboxProps, Taken } from './address-combobox.tsx';
import { Icon } from './icon.tsx';
import { useNavigate } from './remix.tsx';
import { noBreak } from '@zhkh/kernel/i18n';
import { useReactAriaWords } from './react-aria-words.ts';
import { type Suggestions, useSuggestions } from './use-suggestions.ts';
import { useWords } from './words.ts';

export interface LiveComboboxProps extends AddressComboboxProps {
  name: string;
  id: string;
  taken: Taken;
}

export function LiveCombobox({ suggestFrom, to, taken, ...field }: LiveComboboxProps) {
  const t = useWords();
  const { i18n } = useTranslation();
  const navigate = useNavigate();
  const { found, ask, stop } = useSuggestions(suggestFrom);
  const onOpenChange = useReadablePage();
  useStyleNonce();
  useReactAriaWords(i18n.language, t);
  return (
    <I18nProvider locale={i18n.language}>
      <RouterProvider navigate={(path) => navigate(path)}>
        <ComboBox
          className="withicon suggest"
          id={field.id}
          name={field.name}
          aria-label={field.label}
          aria-describedby={field.describedBy}
          items={found.items}
          defaultInputValue={taken.text}
          onInputChange={ask}
          onOpenChange={onOpenChange}
          allowsCustomValue
          validationBehavior="aria"
        >
          <Icon name="search" size="s" />
          <Control field={field} found={found} taken={taken} stop={stop} />
          <Popover className="suggest__sheet" offset={4} UNSTABLE_portalContainer={document.getElementById('main') ?? undefined}>
            <ListBox className="suggest__list" aria-label={t('suggest.list')} items={found.items}>
              {(item) => (
                <ListBoxItem className="suggest__row" href={to(item.id)} textValue={`${item.title}, ${item.note}`}>
                  <Text slot="label" className="suggest__words">
                    <span className="suggest__title">{noBreak(item.title)}</span>{' '}
                    <span className="small sub">{noBreak(item.note)}</span>
                  </Text>
                </ListBoxItem>
              )}
            </ListBox>
          </Popover>
        </ComboBox>
      </RouterProvider>
    </I18nProvider>
  );
}

interface ControlProps {
  field: Pick<LiveComboboxProps, 'placeholder' | 'required'>;
  found: Suggestions;
  taken: Taken;
  stop: () => void;
}

function Control({ field, found, taken, stop }: ControlProps) {
  const t = useWords();
  const list = useContext(ComboBoxStateContext);
  const input = useRef<HTMLInputElement>(null);
  useTakeOver(input, taken);
  useOpenWithAnswer(found);
  const close = list?.close;
  useEffect(() => {
    const form = input.current?.form;
    const send = () => {
      stop();
      close?.();
    };
    form?.addEventListener('submit', send);
    return () => form?.removeEventListener('submit', send);
  }, [stop, close]);
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    // React Aria keeps Enter for the open list; with no current row it means «search».
    if (event.key === 'Enter' && list?.isOpen && !event.currentTarget.hasAttribute('aria-activedescendant'))
      event.currentTarget.form?.requestSubmit();
  };
  const word = list?.isFocused && !list.isOpen ? wordFor(found) : undefined;
  return (
    <>
      <Input
        ref={input}
        className="input"
        enterKeyHint="search"
        placeholder={field.placeholder}
        required={field.required}
        onKeyDown={onKeyDown}
      />
      <p className={word ? `suggest__note suggest__note--${found.state}` : 'vh'} role="status">
        {word && t(word)}
      </p>
    </>
  );
}

function wordFor({ state, items }: Suggestions) {
  if (items.length > 0) return undefined;
  if (state === 'loading') return 'suggest.loading';
  return state === 'found' ? 'suggest.none' : undefined;
}

/** Whoever was typing when the plain input gave way types on. */
function useTakeOver(input: { current: HTMLInputElement | null }, { focused, caret }: Taken): void {
  useLayoutEffect(() => {
    if (!focused) return;
    input.current?.focus();
    if (caret !== null) input.current?.setSelectionRange(caret, caret);
  }, [input, focused, caret]);
}

/** React Aria opens the list on a letter; ours has rows only when the answer comes. */
function useOpenWithAnswer(found: Suggestions): void {
  const list = useContext(ComboBoxStateContext);
  const latest = useRef(list);
  latest.current = list;
  useEffect(() => {
    const now = latest.current;
    if (found.state === 'found' && found.items.length > 0 && now?.isFocused && !now.isOpen) now.open(null, 'input');
  }, [found]);
}

/** While the list is open React Aria hides the page around it, headings and links too; ours stays readable. */
function useReadablePage(): (open: boolean) => void {
  const before = useRef(new Set<Element>());
  const [open, setOpen] = useState(false);
  useEffect(() => {
    if (!open) return;
    for (const hidden of hiddenParts()) if (!before.current.has(hidden)) hidden.removeAttribute('aria-hidden');
  }, [open]);
  return (opens) => {
    if (opens) before.current = new Set(hiddenParts());
    setOpen(opens);
  };
}

const hiddenParts = () => document.querySelectorAll('[aria-hidden="true"]');

/** React Aria adds one style element and looks here for the nonce that lets it in. */
function useStyleNonce(): void {
  useLayoutEffect(() => {
    const nonce = document.querySelector<HTMLScriptElement>('script[nonce]')?.nonce;
    if (nonce) Object.assign(globalThis, { __webpack_nonce__: nonce });
  }, []);
}
