// What the server said about a form, handed to its fields: errors stand at their field, nothing typed is lost.
import { createContext, useContext } from 'react';
import { type FormState as Refusal, isFormState } from '@zhkh/kernel/errors';

/** A refusal of the http builders; `intent` tells which of the page's forms it was, when they share an action. */
export type FormState = Refusal & { intent?: string };

export interface FormContextValue {
  state?: FormState;
  pending: boolean;
  /** Prefix of the fields' ids, for pages with several forms. */
  prefix: string;
}

export const FormContext = createContext<FormContextValue>({ pending: false, prefix: 'f' });

export function asFormState(value: unknown): FormState | undefined {
  return isFormState(value) ? value : undefined;
}

export interface FieldParts {
  id: string;
  error?: string;
  /** What was typed before the refusal. */
  typed?: string;
  /** What was ticked, for fields of several values. */
  ticked?: readonly string[];
  /** Files the server did not take, in words. */
  fileProblems: readonly string[];
  describedBy: (hasHelp: boolean) => string | undefined;
}

export function useField(name: string): FieldParts {
  const { state, prefix } = useContext(FormContext);
  const id = `${prefix}-${name}`;
  const error = state?.errors[name] ?? firstOf(state?.errors, `${name}.`);
  const describedBy = (hasHelp: boolean) =>
    [error && `${id}-error`, hasHelp && `${id}-help`].filter(Boolean).join(' ') || undefined;
  const refused = (state?.fileProblems ?? []).filter((one) => one.field === name);
  const fileProblems = refused.map((one) => (one.fileName ? `${one.fileName}: ${one.message}` : one.message));
  return { id, error, typed: state?.values[name], ticked: state?.lists?.[name], fileProblems, describedBy };
}

function firstOf(errors: Record<string, string> | undefined, start: string): string | undefined {
  const key = Object.keys(errors ?? {}).find((one) => one.startsWith(start));
  return key ? errors?.[key] : undefined;
}
