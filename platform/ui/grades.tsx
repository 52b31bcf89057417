// Grades 1–5 as a radio group with words at the ends; no grade is chosen beforehand.
import { type FieldLook, Fieldset } from './field.tsx';
import { useField } from './form-state.tsx';
import { useWords } from './words.ts';

export function Grades({ name, defaultValue, ...look }: FieldLook & { name: string; defaultValue?: string }) {
  const t = useWords();
  const { id, error, typed } = useField(name);
  const chosen = typed ?? defaultValue;
  return (
    <Fieldset id={id} error={error} {...look}>
      <div className="grades">
        {['1', '2', '3', '4', '5'].map((grade) => (
          <label key={grade} className="grade">
            <input
              type="radio"
              name={name}
              value={grade}
              defaultChecked={chosen === grade}
              aria-label={t('grades.of', { n: grade })}
            />
            {grade}
          </label>
        ))}
      </div>
      <div className="grades__ends" aria-hidden="true">
        <span>{t('grades.worst')}</span>
        <span>{t('grades.best')}</span>
      </div>
    </Fieldset>
  );
}
