// Sheets of the profile only staff have: the password, and the recovery codes of the second step.
import { useAuthWords } from '@zhkh/ui/auth';
import { Button, Card, Form, Notice, TextField } from '@zhkh/ui';

const has = (state: unknown, key: string) => typeof state === 'object' && state !== null && key in state;

export function PasswordCard({ email, state }: { email: string; state: unknown }) {
  const t = useAuthWords();
  return (
    <Card>
      <h2>{t('me.password')}</h2>
      {has(state, 'passwordChanged') && (
        <Notice tone="ok" live>
          {t('me.password-changed')}
        </Notice>
      )}
      <Form state={state} intent="password">
        {/* Password managers find the login by it. */}
        <input type="email" autoComplete="username" value={email} readOnly hidden />
        <TextField name="current" type="password" label={t('me.password-current')} autoComplete="current-password" required />
        <TextField
          name="password"
          type="password"
          label={t('me.password-new')}
          help={t('join.password-help')}
          autoComplete="new-password"
          required
        />
        <Button>{t('me.password-change')}</Button>
      </Form>
    </Card>
  );
}

/** The codes themselves are shown once, on a page of their own. */
export function RecoveryCard({ left, state }: { left: number; state: unknown }) {
  const t = useAuthWords();
  return (
    <Card>
      <h2>{t('me.recovery')}</h2>
      <p className="small sub">
        {t('me.recovery-left', { count: left })}. {t('me.recovery-help')}
      </p>
      <Form state={state} intent="renew-codes">
        <TextField
          name="code"
          label={t('factor.label')}
          code
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={12}
          required
        />
        <Button>{t('me.recovery-renew')}</Button>
      </Form>
    </Card>
  );
}
