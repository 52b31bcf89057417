// Sets up the second factor: scan the picture or type the key, prove it by a code, save recovery codes.
import { Button, ButtonLink } from '../button.tsx';
import { Card } from '../card.tsx';
import { Form } from '../form.tsx';
import { TextField } from '../text-field.tsx';
import { PasskeyButton } from './passkey-button.tsx';
import { useAuthWords } from './words.ts';

export interface QrPicture {
  /** Side in modules, quiet zone included. */
  size: number;
  path: string;
}

export interface SetupSecondFactorProps {
  state: unknown;
  next: string;
  qr: QrPicture;
  secret: string;
}

export function SetupSecondFactor({ state, next, qr, secret }: SetupSecondFactorProps) {
  const t = useAuthWords();
  return (
    <>
      <Card>
        <p>{t('setup.scan')}</p>
        <svg className="qr" viewBox={`0 0 ${qr.size} ${qr.size}`} width="212" height="212" role="img" aria-label={t('setup.qr')}>
          <rect width={qr.size} height={qr.size} fill="#fff" />
          <path d={qr.path} fill="#1d2329" />
        </svg>
        <p className="small sub">{t('setup.by-hand')}</p>
        <p className="num">
          <code>{secret.replace(/(.{4})(?=.)/g, '$1 ')}</code>
        </p>
      </Card>
      <Form state={state} intent="totp">
        <input type="hidden" name="next" value={next} />
        <TextField
          name="code"
          label={t('setup.label')}
          code
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={12}
          required
        />
        <Button kind="main" wide>
          {t('setup.enter')}
        </Button>
      </Form>
      <p className="small sub">{t('setup.or-passkey')}</p>
      <PasskeyButton mode="add" label={t('setup.add-passkey')} fields={{ next }} />
    </>
  );
}

/** Shown once, right after the first code. */
export function RecoveryCodes({ codes, next }: { codes: readonly string[]; next: string }) {
  const t = useAuthWords();
  return (
    <>
      <Card label={t('setup.codes-title')}>
        <ol className="grid num">
          {codes.map((code) => (
            <li key={code}>
              <code>{code}</code>
            </li>
          ))}
        </ol>
      </Card>
      <ButtonLink kind="main" wide to={next} reloadDocument>
        {t('setup.saved')}
      </ButtonLink>
    </>
  );
}
