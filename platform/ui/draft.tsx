// Shows what was typed on the error page of a form that could not be saved; one button sends it again.
import type { FormState } from '@zhkh/kernel/errors';
import { Button } from './button.tsx';
import { Icon } from './icon.tsx';
import { useLocation } from './remix.tsx';
import { useWords } from './words.ts';

const HIDDEN = new Set(['intent', 'idempotencyKey']);

/** A plain form without the router: it works while the rest of the page does not. Files have to be chosen again. */
export function Draft({ state }: { state: FormState }) {
  const t = useWords();
  const { pathname, search } = useLocation();
  const fields = [
    ...Object.entries(state.values),
    ...Object.entries(state.lists ?? {}).flatMap(([name, values]) => values.map((value) => [name, value] as const)),
  ];
  const texts = fields.filter(([name, value]) => !HIDDEN.has(name) && value.length > 20);
  return (
    <main id="main" className="errorpage stack" tabIndex={-1}>
      <h1>{t('draft.title')}</h1>
      <p className="error">
        <Icon name="triangle" size="s" />
        {state.formError}
      </p>
      {texts.map(([name, value]) => (
        <blockquote key={name} className="card pre">
          {value}
        </blockquote>
      ))}
      <form method="post" action={pathname + search}>
        {fields.map(([name, value]) => (
          <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
        ))}
        <Button kind="main" wide>
          {t('draft.again')}
        </Button>
      </form>
      <p className="small sub">{t('draft.photos')}</p>
    </main>
  );
}
