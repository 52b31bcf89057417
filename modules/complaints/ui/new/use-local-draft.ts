// Keeps the text of an unsent complaint in the browser's storage until it is sent.
import { useEffect, useState } from 'react';

const FIELDS = ['body', 'place'] as const;
const KEY = 'complaint-draft';

interface Stored {
  category: string;
  values: Partial<Record<(typeof FIELDS)[number], string>>;
}

/** True when something typed earlier came back into the form. */
export function useLocalDraft(formId: string, category: string): boolean {
  const [restored, setRestored] = useState(false);
  useEffect(() => {
    const element = document.getElementById(formId);
    if (!(element instanceof HTMLFormElement)) return;
    setRestored(restore(element, category));
    const keep = () => store(element, category);
    element.addEventListener('input', keep);
    return () => element.removeEventListener('input', keep);
  }, [formId, category]);
  return restored;
}

/** The complaint is accepted: the draft has done its work. */
export function forgetLocalDraft(): void {
  try {
    localStorage.removeItem(KEY);
  } catch {
    // Storage is closed to this page: there was no draft either.
  }
}

function store(form: HTMLFormElement, category: string): void {
  const all = new FormData(form);
  const values = Object.fromEntries(FIELDS.map((name) => [name, String(all.get(name) ?? '')]));
  try {
    localStorage.setItem(KEY, JSON.stringify({ category, values }));
  } catch {
    // Storage is full or closed: the server's draft remains.
  }
}

function restore(form: HTMLFormElement, category: string): boolean {
  try {
    const found = JSON.parse(localStorage.getItem(KEY) ?? 'null') as Stored | null;
    if (found?.category !== category) return false;
    let any = false;
    for (const name of FIELDS) {
      const field = form.elements.namedItem(name);
      const value = found.values[name];
      const fillable = field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement;
      if (!fillable || !value || field.value !== '') continue;
      field.value = value;
      any = true;
    }
    return any;
  } catch {
    return false;
  }
}
