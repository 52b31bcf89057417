// One line of text. `icon` stands inside; `code` is the large field of a one-time code.
import { type ComponentProps, useContext } from 'react';
import { classNames } from './class-names.ts';
import { Field, type FieldLook } from './field.tsx';
import { FormContext, useField } from './form-state.tsx';
import { Icon } from './icon.tsx';
import type { IconName } from './icon-shapes.ts';

export interface TextFieldProps extends FieldLook, Omit<ComponentProps<'input'>, 'name' | 'id'> {
  name: string;
  icon?: IconName;
  code?: boolean;
}

/** `defaultValue` gives way to what was typed before a refusal. Never echoes a password. */
export function TextField({
  name,
  label,
  help,
  optional,
  hideLabel,
  icon,
  code,
  className,
  defaultValue,
  ...input
}: TextFieldProps) {
  const { id, error, typed, describedBy } = useField(name);
  const { state } = useContext(FormContext);
  const secret = input.type === 'password';
  const control = (
    <input
      // A new answer of the server replaces what stands in the field.
      key={secret || !state ? 'own' : 'typed'}
      type="text"
      {...input}
      id={id}
      name={name}
      className={classNames('input', code && 'code', className)}
      defaultValue={secret ? undefined : (typed ?? defaultValue)}
      aria-invalid={error ? true : undefined}
      aria-describedby={describedBy(Boolean(help))}
    />
  );
  return (
    <Field id={id} label={label} help={help} optional={optional} hideLabel={hideLabel} error={error}>
      {icon ? (
        <div className="withicon">
          <Icon name={icon} />
          {control}
        </div>
      ) : (
        control
      )}
    </Field>
  );
}
