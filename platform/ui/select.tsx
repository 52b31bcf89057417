// A native select.
import type { ComponentProps } from 'react';
import { Field, type FieldLook } from './field.tsx';
import { useField } from './form-state.tsx';

export interface Option {
  value: string;
  label: string;
  /** Options with one group stand under its name. */
  group?: string;
}

export interface SelectProps extends FieldLook, Omit<ComponentProps<'select'>, 'name' | 'id'> {
  name: string;
  options: readonly Option[];
  /** First, empty option: nothing is preselected for the person. */
  empty?: string;
}

export function Select({ name, label, help, optional, hideLabel, options, empty, defaultValue, ...select }: SelectProps) {
  const { id, error, typed, describedBy } = useField(name);
  return (
    <Field id={id} label={label} help={help} optional={optional} hideLabel={hideLabel} error={error}>
      <select
        {...select}
        id={id}
        name={name}
        className="input"
        defaultValue={typed ?? defaultValue}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(Boolean(help))}
      >
        {empty !== undefined && <option value="">{empty}</option>}
        <Options options={options} />
      </select>
    </Field>
  );
}

export function Options({ options }: { options: readonly Option[] }) {
  const groups = [...new Set(options.map((option) => option.group))];
  const draw = (group: string | undefined) =>
    options
      .filter((option) => option.group === group)
      .map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ));
  return (
    <>
      {groups.map((group) =>
        group === undefined ? (
          draw(group)
        ) : (
          <optgroup key={group} label={group}>
            {draw(group)}
          </optgroup>
        ),
      )}
    </>
  );
}
