// Asks the device for a passkey and sends its answer by the page's own action.
// Shown only where the browser can do it.
import { browserSupportsWebAuthn, startAuthentication, startRegistration } from '@simplewebauthn/browser';
import { useEffect, useRef, useState } from 'react';
import { Button, type ButtonKind } from '../button.tsx';
import { FieldError } from '../field.tsx';
import { useFetcher, useSubmit } from '../remix.tsx';
import { useAuthWords } from './words.ts';

type SignInOptions = Parameters<typeof startAuthentication>[0]['optionsJSON'];
type AddOptions = Parameters<typeof startRegistration>[0]['optionsJSON'];

export interface PasskeyButtonProps {
  /** `add` registers a new key, `use` signs in with one. */
  mode: 'use' | 'add';
  label: string;
  kind?: ButtonKind;
  /** Fields that go along with the answer (`next`). */
  fields?: Record<string, string>;
}

async function askDevice(mode: PasskeyButtonProps['mode'], options: unknown): Promise<unknown> {
  return mode === 'use'
    ? startAuthentication({ optionsJSON: options as SignInOptions })
    : startRegistration({ optionsJSON: options as AddOptions });
}

/** The page's action answers intent `passkey-options` with `{ options }` and takes intent `passkey` with field `answer`. */
export function PasskeyButton({ mode, label, kind, fields }: PasskeyButtonProps) {
  const t = useAuthWords();
  const fetcher = useFetcher<{ options?: unknown }>();
  const submit = useSubmit();
  const [isSupported, setSupported] = useState(false);
  const [problem, setProblem] = useState<string>();
  const asked = useRef<unknown>(undefined);
  useEffect(() => setSupported(browserSupportsWebAuthn()), []);
  const options = fetcher.data?.options;
  useEffect(() => {
    if (!options || asked.current === options) return;
    asked.current = options;
    askDevice(mode, options)
      .then((answer) => submit({ ...fields, intent: 'passkey', answer: JSON.stringify(answer) }, { method: 'post' }))
      .catch(() => setProblem(t('errors.passkey-failed')));
  }, [options, mode, fields, submit, t]);
  if (!isSupported) return null;
  const start = () => {
    setProblem(undefined);
    fetcher.submit({ intent: 'passkey-options' }, { method: 'post' });
  };
  return (
    <div className="field">
      <FieldError>{problem}</FieldError>
      <Button type="button" kind={kind} wide onClick={start} disabled={fetcher.state !== 'idle'}>
        {label}
      </Button>
    </div>
  );
}
