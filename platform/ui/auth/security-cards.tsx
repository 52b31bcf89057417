// Sheets of a profile that are the same in all three apps: where one is signed in, passkeys, signing out.
import { Button } from '../button.tsx';
import { Card } from '../card.tsx';
import { Form } from '../form.tsx';
import { useFormat } from '../ui-context.tsx';
import { PasskeyButton } from './passkey-button.tsx';
import { useAuthWords } from './words.ts';

interface Session {
  id: string;
  device: string;
  seenAt: string;
  isThis: boolean;
}

export function SessionsCard({ sessions }: { sessions: readonly Session[] }) {
  const t = useAuthWords();
  const format = useFormat();
  return (
    <Card>
      <h2>{t('me.sessions')}</h2>
      <ul className="stack stack--2">
        {sessions.map((session) => (
          <li key={session.id} className="row">
            <span className="grow">
              {session.device || t('me.unknown-device')}
              <br />
              <span className="small sub">
                {session.isThis ? t('me.this') : t('me.seen', { date: format.shortDateTime(session.seenAt) })}
              </span>
            </span>
            {!session.isThis && (
              <Form intent="end-session" className="">
                <input type="hidden" name="session" value={session.id} />
                <Button size="s">{t('me.end')}</Button>
              </Form>
            )}
          </li>
        ))}
      </ul>
      {sessions.length > 1 && (
        <Form intent="end-others">
          <Button kind="no">{t('me.end-others')}</Button>
        </Form>
      )}
    </Card>
  );
}

interface Passkey {
  id: string;
  name: string;
  addedAt: string;
}

export function PasskeysCard({ passkeys, recoveryLeft }: { passkeys: readonly Passkey[]; recoveryLeft: number | null }) {
  const t = useAuthWords();
  const format = useFormat();
  return (
    <Card>
      <h2>{t('me.passkeys')}</h2>
      <p className="small sub">{t('me.passkeys-help')}</p>
      {passkeys.length === 0 && <p>{t('me.no-passkeys')}</p>}
      <ul className="stack stack--2">
        {passkeys.map((key) => (
          <li key={key.id} className="row">
            <span className="grow">
              {key.name || t('me.unknown-device')}
              <br />
              <span className="small sub">{t('me.passkey-added', { date: format.shortDateTime(key.addedAt) })}</span>
            </span>
            <Form intent="remove-passkey" className="">
              <input type="hidden" name="key" value={key.id} />
              <Button size="s">{t('me.remove')}</Button>
            </Form>
          </li>
        ))}
      </ul>
      <PasskeyButton mode="add" label={t('me.add-passkey')} />
      {recoveryLeft !== null && <p className="small sub">{t('me.recovery-left', { count: recoveryLeft })}</p>}
    </Card>
  );
}

export function SignOutForm() {
  const t = useAuthWords();
  return (
    <form method="post" action="/sign-out">
      <Button kind="quiet" wide>
        {t('me.sign-out')}
      </Button>
    </form>
  );
}
