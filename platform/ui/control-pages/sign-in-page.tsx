// Page of sign-in above the regions.
import { useActionData, useLoaderData } from '@remix-run/react';
import { AuthPage, StaffSignInForm } from '../auth/index.ts';
import type { signInPage } from '@zhkh/kernel/control-pages.server';

type Page = ReturnType<typeof signInPage>;

export function SignInPage() {
  const { next, title } = useLoaderData<Page['loader']>();
  const state = useActionData<Page['action']>();
  return (
    <AuthPage title={title}>
      <StaffSignInForm state={state} next={next} />
    </AuthPage>
  );
}
