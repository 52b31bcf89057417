// Several lines of text that grow with what is typed; counts characters when `maxLength` is given.
import { type ComponentProps, type ReactNode, useState } from 'react';
import { Field, type FieldLook } from './field.tsx';
import { useField } from './form-state.tsx';
import { useWords } from './words.ts';

export interface TextAreaProps extends FieldLook, Omit<ComponentProps<'textarea'>, 'name' | 'id'> {
  name: string;
  /** On the label's line: «Взять шаблон». */
  aside?: ReactNode;
}

export function TextArea({
  name,
  label,
  help,
  optional,
  hideLabel,
  aside,
  defaultValue,
  maxLength,
  onChange,
  ...area
}: TextAreaProps) {
  const t = useWords();
  const { id, error, typed, describedBy } = useField(name);
  const start = typed ?? (defaultValue as string | undefined) ?? '';
  const [used, setUsed] = useState(start.length);
  const counted = maxLength ? <span className="xs sub counter">{t('form.counter', { used, max: maxLength })}</span> : undefined;
  return (
    <Field id={id} label={label} help={help} optional={optional} hideLabel={hideLabel} error={error} aside={aside ?? counted}>
      <textarea
        rows={4}
        {...area}
        id={id}
        name={name}
        className="input"
        defaultValue={start}
        maxLength={maxLength}
        onChange={(event) => {
          setUsed(event.currentTarget.value.length);
          onChange?.(event);
        }}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(Boolean(help))}
      />
    </Field>
  );
}
