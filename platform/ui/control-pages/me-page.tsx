// Page of who is signed in above the regions: sessions, passkeys, signing out.
import { useLoaderData } from '@remix-run/react';
import { AuthPage, PasskeysCard, SessionsCard, SignOutForm, useAuthWords } from '../auth/index.ts';
import type { mePage } from '@zhkh/kernel/control-pages.server';

export function MePage() {
  const page = useLoaderData<ReturnType<typeof mePage>['loader']>();
  const t = useAuthWords();
  return (
    <AuthPage title={t('me.title')} lead={`${page.name}, ${page.email}`} foot={<SignOutForm />}>
      <SessionsCard sessions={page.sessions} />
      <PasskeysCard passkeys={page.passkeys} recoveryLeft={page.recoveryLeft} />
    </AuthPage>
  );
}
