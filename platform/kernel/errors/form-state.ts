// What an action answers when a form was not accepted. Pages draw it beside the fields; nothing typed is lost.
export interface FileProblem {
  /** Name of the file field and of the file as the person knows it. */
  field: string;
  fileName: string;
  /** Ready words: why, and what to do. */
  message: string;
}

export interface FormState {
  ok: false;
  /** Which of the page's forms it was, when one action serves several. */
  intent?: string;
  /** Field → words that tell how to fix it. */
  errors: Record<string, string>;
  /** About the form as a whole (conflict, not saved). */
  formError?: string;
  /** Scalars as they came, `intent` with them, secrets left out: enough to send the form again. */
  values: Record<string, string>;
  /** Fields that take several values (check boxes). */
  lists?: Record<string, string[]>;
  fileProblems?: FileProblem[];
  /** Set with 503: nothing was saved, try again in so many seconds. */
  retryAfter?: number;
}

export function isFormState(value: unknown): value is FormState {
  return (
    typeof value === 'object' && value !== null && (value as FormState).ok === false && 'values' in value && 'errors' in value
  );
}
