// A step that cannot be taken back: the button opens the question, the question holds the form.
// Works without JavaScript.
import { Button, Form } from '@zhkh/ui';

interface ConfirmProps {
  /** What the closed button says, the question, and the verb on the real button. */
  open: string;
  question: string;
  verb: string;
  intent: string;
  /** Hidden fields: what it is about. */
  fields?: Record<string, string>;
}

export function Confirm({ open, question, verb, intent, fields = {} }: ConfirmProps) {
  // Another question is another element: what was open must not stay open under new words.
  return (
    <details key={intent}>
      <summary className="btn btn--s">{open}</summary>
      <Form intent={intent} className="stack stack--2 card card--quiet">
        <p className="small">{question}</p>
        <Hidden fields={fields} />
        <Button kind="no" size="s">
          {verb}
        </Button>
      </Form>
    </details>
  );
}

export function Hidden({ fields }: { fields: Record<string, string> }) {
  return Object.entries(fields).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />);
}
