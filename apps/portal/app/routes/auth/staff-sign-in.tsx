// Employees of companies and authorities sign in: e-mail and password, then the second step; or a passkey.
import { data, redirect } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { pageTitle } from '@zhkh/ui';
import { AuthPage, linkWithNext, StaffSignInForm, useAuthWords } from '@zhkh/ui/auth';
import {
  askForPasskey,
  localPath,
  nextField,
  passwordForms,
  readCookie,
  regionStore,
  setCookie,
  signInWithPasskey,
  signInWithPassword,
  siteOf,
  withNext,
} from '@zhkh/kernel/auth.server';
import { z } from 'zod';
import { change, read } from '../../http.server.ts';
import { withCookies } from '../../with-cookies.ts';

const query = z.strictObject({ next: nextField });

export const loader = read({ can: 'public', query }, ({ ctx, query: asked }) => {
  if (ctx.actor.kind === 'staff') throw redirect(localPath(asked.next));
  return { next: localPath(asked.next), title: ctx.t('auth:staff.title') };
});

export const action = change(
  { can: 'public', query, form: passwordForms, secrets: ['password', 'answer'] },
  async ({ ctx, runtime, http, form, request }) => {
    const site = siteOf(http.origin, ctx.tenant.name);
    if (form.intent === 'password') {
      const { email, password } = form;
      const entered = await signInWithPassword(ctx, runtime, { email, password, client: http, currentSessionId: http.sessionId });
      const path = entered.stage === 'enrol' ? '/staff/setup-second-factor' : '/staff/second-factor';
      return redirect(withNext(path, localPath(form.next)), withCookies(entered.setCookie));
    }
    if (form.intent === 'passkey-options') {
      const asked = await askForPasskey(regionStore(ctx, runtime), site);
      return data({ options: asked.options }, withCookies(setCookie(runtime, 'portal', 'step', asked.token, 600_000)));
    }
    const signedIn = await signInWithPasskey(ctx, runtime, site, {
      token: readCookie(runtime, 'portal', 'step', request),
      answer: form.answer,
      client: http,
      currentSessionId: http.sessionId,
    });
    return redirect(localPath(form.next), withCookies(signedIn.setCookie));
  },
);

export const meta = pageTitle;

export default function StaffSignIn() {
  const page = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  const t = useAuthWords();
  return (
    <AuthPage
      title={t('staff.title')}
      lead={t('staff.lead')}
      foot={
        <>
          <p>
            <Link to="/staff/forgot">{t('staff.forgot')}</Link>
          </p>
          <p>
            <Link to={linkWithNext('/sign-in', page.next)}>{t('staff.resident')}</Link>
          </p>
        </>
      }
    >
      <StaffSignInForm state={state} next={page.next} />
    </AuthPage>
  );
}
