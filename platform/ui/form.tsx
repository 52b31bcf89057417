// A form that works without JavaScript; with it, buttons say what is going on and errors move into view.
import { type ComponentProps, type ReactNode, useId, useMemo } from 'react';
import { ErrorSummary } from './error-summary.tsx';
import { asFormState, FormContext } from './form-state.tsx';
import { RouterForm, useNavigation, useResolvedPath } from './remix.tsx';

export interface FormProps extends Omit<ComponentProps<typeof RouterForm>, 'children'> {
  /** `useActionData()` as it is: anything that is not a refusal is ignored. */
  state?: unknown;
  /** Value of the hidden field `intent`, for pages with several forms. */
  intent?: string;
  idempotencyKey?: string;
  /** Off when the page shows its own `<ErrorSummary />`. */
  summary?: boolean;
  children: ReactNode;
}

export function Form({ state, intent, idempotencyKey, summary = true, children, className = 'stack', ...rest }: FormProps) {
  const pending = usePending(rest.action, intent);
  const prefix = useId().replace(/[^\w-]/g, '');
  const found = asFormState(state);
  const own = found && (found.intent ?? found.values.intent ?? intent) === intent ? found : undefined;
  const value = useMemo(() => ({ state: own, pending, prefix: `f${prefix}` }), [own, pending, prefix]);
  return (
    <FormContext.Provider value={value}>
      <RouterForm method="post" className={className} noValidate aria-busy={pending || undefined} {...rest}>
        {intent !== undefined && <input type="hidden" name="intent" value={intent} />}
        {idempotencyKey && <input type="hidden" name="idempotencyKey" value={idempotencyKey} />}
        {summary && <ErrorSummary />}
        {children}
      </RouterForm>
    </FormContext.Provider>
  );
}

function usePending(action: string | undefined, intent: string | undefined): boolean {
  const navigation = useNavigation();
  const path = useResolvedPath(action ?? '.').pathname;
  if (navigation.state === 'idle' || !navigation.formAction) return false;
  const sameAction = navigation.formAction.split('?')[0]?.replace(/\/$/, '') === path.replace(/\/$/, '');
  return sameAction && (intent === undefined || navigation.formData?.get('intent') === intent);
}
