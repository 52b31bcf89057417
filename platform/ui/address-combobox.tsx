// Search of an address. The server draws a plain input of a GET form; in the browser it becomes a combobox with suggestions.
import { type ComponentType, useEffect, useId, useRef, useState } from 'react';
import type { LiveComboboxProps } from './address-combobox-live.tsx';
import { Icon } from './icon.tsx';

export interface AddressComboboxProps {
  name?: string;
  label: string;
  /** Of a label that stands on the page. */
  id?: string;
  describedBy?: string;
  placeholder?: string;
  defaultValue?: string;
  required?: boolean;
  /** Where suggestions come from: answers `?q=` with `{ hits: [{ id, title, note }] }`. */
  suggestFrom: string;
  /** Where a chosen house leads on this page. */
  to: (houseId: string) => string;
}

/** What stood in the plain input the moment the combobox took its place. */
export interface Taken {
  text: string;
  focused: boolean;
  caret: number | null;
}

interface Live {
  Combobox: ComponentType<LiveComboboxProps>;
  taken: Taken;
}

export function AddressCombobox({ name = 'q', id, ...rest }: AddressComboboxProps) {
  const ownId = useId();
  const plain = useRef<HTMLInputElement>(null);
  const [live, setLive] = useState<Live>();
  useEffect(() => {
    let gone = false;
    import('./address-combobox-live.tsx').then(
      ({ LiveCombobox }) => !gone && setLive({ Combobox: LiveCombobox, taken: takenFrom(plain.current) }),
      // Without the chunk the plain search goes on.
      () => {},
    );
    return () => {
      gone = true;
    };
  }, []);
  const props = { ...rest, name, id: id ?? ownId };
  if (live) return <live.Combobox {...props} taken={live.taken} />;
  return (
    <div className="withicon suggest">
      <Icon name="search" size="s" />
      <input
        ref={plain}
        className="input"
        type="text"
        enterKeyHint="search"
        autoComplete="off"
        id={props.id}
        name={name}
        aria-label={rest.label}
        aria-describedby={rest.describedBy}
        placeholder={rest.placeholder}
        defaultValue={rest.defaultValue}
        required={rest.required}
      />
    </div>
  );
}

function takenFrom(input: HTMLInputElement | null): Taken {
  return {
    text: input?.value ?? '',
    focused: input !== null && document.activeElement === input,
    caret: input?.selectionStart ?? null,
  };
}
