// Page that turns the second step on, and shows the recovery codes once.
import { useActionData, useLoaderData } from '@remix-run/react';
import { AuthPage, RecoveryCodes, SetupSecondFactor, useAuthWords } from '../auth/index.ts';
import type { setupSecondFactorPage } from '@zhkh/kernel/control-pages.server';

type Page = ReturnType<typeof setupSecondFactorPage>;

export function SetupSecondFactorPage() {
  const { next, setup } = useLoaderData<Page['loader']>();
  const answer = useActionData<Page['action']>();
  const t = useAuthWords();
  if (setup) {
    return (
      <AuthPage title={t('setup.title')} lead={t('setup.lead')}>
        <SetupSecondFactor state={answer} next={next} secret={setup.secret} qr={setup.qr} />
      </AuthPage>
    );
  }
  const codes = answer && 'codes' in answer ? answer.codes : [];
  return (
    <AuthPage title={t('setup.codes-title')} lead={t('setup.codes-lead')}>
      <RecoveryCodes codes={codes} next={next} />
    </AuthPage>
  );
}
