// What the server said about a form, handed to its fields: errors stand at their field, nothing typed is lost.
import { createContext, useContext } from 'react';

/** Shape of an action's refusal (HTTP 409, 422, 503). Messages are already in the user's language. */
export interface FormState {
  ok: false;
  errors: Record<string, string>;
  formError?: string;
  values: Record<string, string>;
  /** Which of the page's forms it was, when they share an action. */
  intent?: string;
}

export interface FormContextValue {
  state?: FormState;
  pending: boolean;
  /** Prefix of the fields' ids, for pages with several forms. */
  prefix: string;
}

export const FormContext = createContext<FormContextValue>({ pending: false, prefix: 'f' });

export function asFormState(value: unknown): FormState | undefined {
  const found = value as Partial<FormState> | null | undefined;
  return found && typeof found === 'object' && found.ok === false && found.errors ? (found as FormState) : undefined;
}

export interface FieldParts {
  id: string;
  error?: string;
  /** What was typed before the refusal. */
  typed?: string;
  describedBy: (hasHelp: boolean) => string | undefined;
}

export function useField(name: string): FieldParts {
  const { state, prefix } = useContext(FormContext);
  const id = `${prefix}-${name}`;
  const error = state?.errors[name] ?? firstOf(state?.errors, `${name}.`);
  const describedBy = (hasHelp: boolean) => [error && `${id}-error`, hasHelp && `${id}-help`].filter(Boolean).join(' ') || undefined;
  return { id, error, typed: state?.values[name], describedBy };
}

function firstOf(errors: Record<string, string> | undefined, start: string): string | undefined {
  const key = Object.keys(errors ?? {}).find((one) => one.startsWith(start));
  return key ? errors?.[key] : undefined;
}
