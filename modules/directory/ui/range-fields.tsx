// Small fields of a filter: a day, and a pair «from … to» of numbers.
interface Day {
  name: string;
  label: string;
  value?: string;
}

export function DayField({ name, label, value }: Day) {
  return (
    <label className="small">
      {label} <input className="input" type="date" name={name} defaultValue={value} />
    </label>
  );
}

interface Range {
  /** Names of the two fields. */
  names: readonly [string, string];
  label: string;
  from: string;
  to: string;
  values: readonly [number | undefined, number | undefined];
  step?: number;
}

export function RangeFields({ names, label, from, to, values, step = 1 }: Range) {
  return (
    <fieldset className="rangefields">
      <legend className="small">{label}</legend>
      <span className="row">
        {names.map((name, index) => (
          <input
            key={name}
            className="input"
            type="number"
            inputMode="decimal"
            name={name}
            min={0}
            step={step}
            aria-label={`${label}, ${index === 0 ? from : to}`}
            placeholder={index === 0 ? from : to}
            defaultValue={values[index]}
          />
        ))}
      </span>
    </fieldset>
  );
}
