// A field: label, then the error if any, then the control, then help. `Fieldset` does the same for groups.
import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { Icon } from './icon.tsx';
import { noBreak } from '@zhkh/kernel/i18n';
import { useWords } from './words.ts';

export interface FieldLook {
  label: string;
  /** Stands under the field. */
  help?: ReactNode;
  /** Marks the rare optional field «если хотите». */
  optional?: boolean;
  /** The label is for the ear only (a search field with an icon). */
  hideLabel?: boolean;
}

interface FieldProps extends FieldLook {
  id: string;
  error?: string;
  /** On the label's line, at the end: a link, a counter. */
  aside?: ReactNode;
  children: ReactNode;
}

export function FieldError({ id, children }: { id?: string; children?: string }) {
  if (!children) return null;
  return (
    <p className="error" id={id}>
      <Icon name="triangle" size="s" />
      {noBreak(children)}
    </p>
  );
}

export function Optional() {
  const t = useWords();
  return <span className="optional">, {t('optional')}</span>;
}

export function Field({ id, label, help, optional, hideLabel, error, aside, children }: FieldProps) {
  return (
    <div className={classNames('field', error && 'field--error')}>
      <div className={hideLabel ? 'vh' : 'row'}>
        <label className="label grow" htmlFor={id}>
          {label}
          {optional && <Optional />}
        </label>
        {aside}
      </div>
      <FieldError id={`${id}-error`}>{error}</FieldError>
      {children}
      {help && (
        <p className="help" id={`${id}-help`}>
          {help}
        </p>
      )}
    </div>
  );
}

interface FieldsetProps extends FieldLook {
  id: string;
  error?: string;
  children: ReactNode;
}

export function Fieldset({ id, label, help, optional, hideLabel, error, children }: FieldsetProps) {
  const describedBy = [error && `${id}-error`, help && `${id}-help`].filter(Boolean).join(' ') || undefined;
  return (
    <fieldset id={id} tabIndex={-1} aria-describedby={describedBy}>
      <legend className={hideLabel ? 'vh' : 'label legend-gap'}>
        {label}
        {optional && <Optional />}
      </legend>
      <FieldError id={`${id}-error`}>{error}</FieldError>
      {children}
      {help && (
        <p className="help" id={`${id}-help`}>
          {help}
        </p>
      )}
    </fieldset>
  );
}
