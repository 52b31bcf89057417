// Radios and checkboxes drawn as cards; tiles carry an icon above the words. Nothing is preselected.
import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { type FieldLook, Fieldset } from './field.tsx';
import { useField } from './form-state.tsx';
import { Icon } from './icon.tsx';
import { Link } from './remix.tsx';
import { keptTogether } from './text/kept-together.ts';
import { noBreak } from '@zhkh/kernel/i18n';

export interface Choice {
  value: string;
  label: string;
  /** A second, quieter line. */
  note?: ReactNode;
  icon?: string;
}

export interface ChoiceCardsProps extends FieldLook {
  name: string;
  choices: readonly Choice[];
  type?: 'radio' | 'checkbox';
  /** Two columns of tiles with icons on top. */
  tiles?: boolean;
  /** Two columns of plain cards on wide screens: many short choices. */
  columns?: boolean;
  defaultValue?: string | readonly string[];
  required?: boolean;
  onChange?: (value: string) => void;
}

export function ChoiceCards(props: ChoiceCardsProps) {
  const {
    name,
    label,
    help,
    optional,
    hideLabel,
    choices,
    type = 'radio',
    tiles,
    columns,
    defaultValue,
    required,
    onChange,
  } = props;
  const { id, error, typed, ticked } = useField(name);
  const chosen = new Set(ticked ?? (typed !== undefined ? [typed] : [defaultValue ?? []].flat()));
  return (
    <Fieldset id={id} label={label} help={help} optional={optional} hideLabel={hideLabel} error={error}>
      <div className={classNames('choices', tiles && 'choices--2', columns && 'choices--columns')}>
        {choices.map((choice) => (
          <label key={choice.value} className={classNames('choice', tiles && 'choice--tile')}>
            <input
              type={type}
              name={name}
              value={choice.value}
              defaultChecked={chosen.has(choice.value)}
              required={required && type === 'radio'}
              onChange={(event) => event.currentTarget.checked && onChange?.(choice.value)}
            />
            <ChoiceBody {...choice} />
          </label>
        ))}
      </div>
    </Fieldset>
  );
}

/** One checkbox as a card: a consent, a switch of a setting. */
export function CheckCard(props: { name: string; value?: string; label: ReactNode; note?: ReactNode; defaultChecked?: boolean }) {
  const { name, value = 'on', label, note, defaultChecked } = props;
  const { id, error, typed } = useField(name);
  return (
    <div className="field">
      {error && (
        <p className="error" id={`${id}-error`}>
          <Icon name="triangle" size="s" />
          {error}
        </p>
      )}
      <label className="choice">
        <input
          id={id}
          type="checkbox"
          name={name}
          value={value}
          defaultChecked={typed !== undefined ? typed === value : defaultChecked}
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? `${id}-error` : undefined}
        />
        <span className="choice__title">
          {label}
          {note && <small>{note}</small>}
        </span>
      </label>
    </div>
  );
}

/** The same card as a link: one thing per step, works without a button. */
export function ChoiceLink({
  to,
  label,
  note,
  icon,
  tile,
}: {
  to: string;
  label: string;
  note?: ReactNode;
  icon?: string;
  tile?: boolean;
}) {
  return (
    <Link to={to} className={classNames('choice', 'choice--link', tile && 'choice--tile')}>
      <ChoiceBody label={label} note={note} icon={icon} />
    </Link>
  );
}

function ChoiceBody({ label, note, icon }: Omit<Choice, 'value'>) {
  return (
    <>
      {icon && <Icon name={icon} size="l" />}
      <span className="choice__title">
        {noBreak(label)}
        {note && <small>{keptTogether(note)}</small>}
      </span>
    </>
  );
}
