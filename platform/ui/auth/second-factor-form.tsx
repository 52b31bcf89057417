// The second step: code of the app, a passkey, or a recovery code for the day the phone is lost.
import { Button } from '../button.tsx';
import { Form } from '../form.tsx';
import { asFormState } from '../form-state.tsx';
import { TextField } from '../text-field.tsx';
import { PasskeyButton } from './passkey-button.tsx';
import { useAuthWords } from './words.ts';

export interface SecondFactorFormProps {
  state: unknown;
  next: string;
  hasTotp: boolean;
  hasPasskey: boolean;
}

export function SecondFactorForm({ state, next, hasTotp, hasPasskey }: SecondFactorFormProps) {
  const t = useAuthWords();
  const usedRecovery = asFormState(state)?.values.intent === 'recovery';
  return (
    <>
      {hasTotp && (
        <Form state={state} intent="totp">
          <input type="hidden" name="next" value={next} />
          <TextField
            name="code"
            label={t('factor.label')}
            code
            inputMode="numeric"
            autoComplete="one-time-code"
            maxLength={12}
            required
          />
          <Button kind="main" wide>
            {t('factor.enter')}
          </Button>
        </Form>
      )}
      {hasPasskey && <PasskeyButton mode="use" label={t('factor.passkey')} kind={hasTotp ? 'plain' : 'main'} fields={{ next }} />}
      {hasTotp && (
        <details open={usedRecovery}>
          <summary>{t('factor.no-phone')}</summary>
          <Form state={state} intent="recovery">
            <input type="hidden" name="next" value={next} />
            <TextField
              name="recovery"
              label={t('factor.recovery-label')}
              help={t('factor.recovery-help')}
              autoComplete="off"
              required
            />
            <Button wide>{t('factor.recovery-enter')}</Button>
          </Form>
        </details>
      )}
    </>
  );
}
