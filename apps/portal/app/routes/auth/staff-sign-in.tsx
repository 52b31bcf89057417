// Employees of companies and authorities sign in: e-mail and password, then the second step; or a passkey.
import { data, type MetaFunction, redirect } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { AuthPage, StaffSignInForm, useAuthWords } from '@zhkh/platform/auth/ui';
import {
  askForPasskey,
  localPath,
  readCookie,
  regionStore,
  setCookie,
  signInWithPasskey,
  signInWithPassword,
  siteOf,
  withNext,
} from '@zhkh/platform/auth.server';
import { z } from 'zod';
import { action as change, loader as read } from '../../http.server.ts';
import { withCookies } from '../../with-cookies.ts';

const next = z.string().max(500).default('/');

export const loader = read({ can: 'public', query: z.strictObject({ next }) }, ({ ctx, query }) => {
  if (ctx.actor.kind === 'staff') throw redirect(localPath(query.next));
  return { next: localPath(query.next), title: ctx.t('auth:staff.title') };
});

const forms = {
  password: z.strictObject({ email: z.string().max(300), password: z.string().max(500), next }),
  'passkey-options': z.strictObject({}),
  passkey: z.strictObject({ answer: z.string().max(20_000), next }),
};

export const action = change(
  { can: 'public', query: z.strictObject({ next }), form: forms, secrets: ['password', 'answer'] },
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

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

export default function StaffSignIn() {
  const page = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  const t = useAuthWords();
  return (
    <AuthPage
      title={t('staff.title')}
      lead={t('staff.lead')}
      foot={
        <p>
          <Link to={`/sign-in?next=${encodeURIComponent(page.next)}`}>{t('staff.resident')}</Link>
        </p>
      }
    >
      <StaffSignInForm state={state} next={page.next} />
    </AuthPage>
  );
}
