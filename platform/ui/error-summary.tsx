// What to correct, on top of a form: the form's own error, and links to fields when two or more are wrong.
import { useContext, useEffect, useRef } from 'react';
import { FormContext } from './form-state.tsx';
import { Icon } from './icon.tsx';
import { useWords } from './words.ts';

export function ErrorSummary() {
  const t = useWords();
  const { state, prefix } = useContext(FormContext);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (state) box.current?.focus();
  }, [state]);
  if (!state) return null;
  const fields = Object.entries(state.errors);
  if (!state.formError && fields.length < 2) return null;
  return (
    <div className="errorbox" role="alert" tabIndex={-1} ref={box}>
      {state.formError && (
        <p className="error">
          <Icon name="triangle" size="s" />
          {state.formError}
        </p>
      )}
      {fields.length > 1 && (
        <>
          <h2>{t('form.problems', { count: fields.length })}</h2>
          <ul className="small">
            {fields.map(([name, message]) => (
              <li key={name}>
                <a href={`#${prefix}-${name.split('.')[0]}`}>{message}</a>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
