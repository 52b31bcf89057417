// Page of the second step above the regions.
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { AuthPage, SecondFactorForm, useAuthWords } from '../auth/index.ts';
import type { secondFactorPage } from '@zhkh/kernel/control-pages.server';

type Page = ReturnType<typeof secondFactorPage>;

export function SecondFactorPage() {
  const { next, hasTotp, hasPasskey } = useLoaderData<Page['loader']>();
  const state = useActionData<Page['action']>();
  const t = useAuthWords();
  return (
    <AuthPage title={t('factor.title')} lead={t('factor.lead')} foot={<Link to="/sign-in">{t('factor.again')}</Link>}>
      <SecondFactorForm state={state} next={next} hasTotp={hasTotp} hasPasskey={hasPasskey} />
    </AuthPage>
  );
}
