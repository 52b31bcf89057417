// Small pills: a radio group in a form, or links of a filter.
import { type FieldLook, Fieldset } from './field.tsx';
import { useField } from './form-state.tsx';
import { Link } from './remix.tsx';
import type { Option } from './select.tsx';

export interface ChipsProps extends FieldLook {
  name: string;
  options: readonly Option[];
  defaultValue?: string;
}

export function Chips({ name, options, defaultValue, ...look }: ChipsProps) {
  const { id, error, typed } = useField(name);
  const chosen = typed ?? defaultValue;
  return (
    <Fieldset id={id} error={error} {...look}>
      <div className="chips">
        {options.map((option) => (
          <label key={option.value} className="chip">
            <input type="radio" name={name} value={option.value} defaultChecked={chosen === option.value} />
            {option.label}
          </label>
        ))}
      </div>
    </Fieldset>
  );
}

export interface ChipLink {
  to: string;
  label: string;
  current?: boolean;
}

export function ChipLinks({ label, links }: { label: string; links: readonly ChipLink[] }) {
  return (
    <nav className="chips" aria-label={label}>
      {links.map((link) => (
        <Link key={link.to} className="chip" to={link.to} aria-current={link.current ? 'true' : undefined}>
          {link.label}
        </Link>
      ))}
    </nav>
  );
}
