// Search and filters of a list: a GET form, so the state is the URL. A change of a select sends it by itself.
import { type ChangeEvent, createContext, type ReactNode, useContext } from 'react';
import { Button } from './button.tsx';
import { Icon } from './icon.tsx';
import { RouterForm, useSubmit } from './remix.tsx';
import { type Option, Options } from './select.tsx';
import { useWords } from './words.ts';

export interface FilterFormProps {
  children: ReactNode;
  /** «231 компания»: said aloud when it changes. */
  found?: string;
  action?: string;
  label?: string;
}

const SendContext = createContext<(event: ChangeEvent<HTMLSelectElement>) => void>(() => {});

export function FilterForm({ children, found, action, label }: FilterFormProps) {
  const t = useWords();
  const submit = useSubmit();
  return (
    <RouterForm method="get" action={action} className="toolbar" role="search" aria-label={label ?? t('find')}>
      <SendContext.Provider value={(event) => submit(event.currentTarget.form)}>{children}</SendContext.Provider>
      <noscript>
        <Button>{t('show')}</Button>
      </noscript>
      {found && (
        <span className="toolbar__found" role="status">
          {found}
        </span>
      )}
    </RouterForm>
  );
}

export interface SearchFieldProps {
  name?: string;
  /** For the ear; the eye has the icon and the placeholder. */
  label: string;
  placeholder?: string;
  defaultValue?: string;
}

export function SearchField({ name = 'q', label, placeholder, defaultValue }: SearchFieldProps) {
  return (
    <div className="withicon">
      <Icon name="search" size="s" />
      <input
        className="input"
        type="search"
        name={name}
        aria-label={label}
        placeholder={placeholder}
        defaultValue={defaultValue}
      />
    </div>
  );
}

export interface FilterSelectProps {
  name: string;
  label: string;
  options: readonly Option[];
  /** «Все дома» */
  empty?: string;
  defaultValue?: string;
}

export function FilterSelect({ name, label, options, empty, defaultValue }: FilterSelectProps) {
  const send = useContext(SendContext);
  return (
    <select className="input" name={name} aria-label={label} defaultValue={defaultValue ?? ''} onChange={send}>
      {empty !== undefined && <option value="">{empty}</option>}
      <Options options={options} />
    </select>
  );
}
