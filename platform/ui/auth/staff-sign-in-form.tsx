// E-mail and password, or a passkey: the same for organisations, operators and partners.
import { Button } from '../button.tsx';
import { Form } from '../form.tsx';
import { TextField } from '../text-field.tsx';
import { PasskeyButton } from './passkey-button.tsx';
import { useAuthWords } from './words.ts';

export function StaffSignInForm({ state, next }: { state: unknown; next: string }) {
  const t = useAuthWords();
  return (
    <>
      <Form state={state} intent="password">
        <input type="hidden" name="next" value={next} />
        <TextField name="email" type="email" label={t('staff.email')} autoComplete="username" inputMode="email" required />
        <TextField name="password" type="password" label={t('staff.password')} autoComplete="current-password" required />
        <Button kind="main" wide>
          {t('staff.enter')}
        </Button>
      </Form>
      <PasskeyButton mode="use" label={t('staff.passkey')} fields={{ next }} />
    </>
  );
}
