// The second step of staff sign-in. Only a browser that has just given the password gets here.
import { data, redirect } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { pageTitle } from '@zhkh/ui';
import { AuthPage, linkWithNext, SecondFactorForm, useAuthWords } from '@zhkh/ui/auth';
import {
  askForPasskey,
  factorForms,
  finishSignIn,
  hasTotp,
  localPath,
  nextField,
  passkeysOf,
  readCookie,
  regionStore,
  setCookie,
  signInWithPasskey,
  siteOf,
  unfinishedSession,
  verifyRecoveryCode,
  verifyTotp,
  withNext,
} from '@zhkh/kernel/auth.server';
import { z } from 'zod';
import { change, read } from '../../http.server.ts';
import { landing } from '../../landing.server.ts';
import { withCookies } from '../../with-cookies.ts';

const query = z.strictObject({ next: nextField });

export const loader = read({ can: 'public', query }, async ({ ctx, runtime, query: asked, request }) => {
  const session = await unfinishedSession(ctx, runtime, request);
  if (session?.stage !== 'second-factor') throw redirect(withNext('/staff/sign-in', localPath(asked.next)));
  const store = regionStore(ctx, runtime);
  return {
    next: localPath(asked.next),
    hasTotp: await hasTotp(store, session.accountId),
    hasPasskey: (await passkeysOf(store, session.accountId)).length > 0,
    title: ctx.t('auth:factor.title'),
  };
});

export const action = change(
  { can: 'public', query, form: factorForms, secrets: ['code', 'recovery', 'answer'] },
  async ({ ctx, runtime, http, form, request }) => {
    const session = await unfinishedSession(ctx, runtime, request);
    if (session?.stage !== 'second-factor') return redirect('/staff/sign-in');
    const { accountId } = session;
    const store = regionStore(ctx, runtime);
    const site = siteOf(http.origin, ctx.tenant.name);
    if (form.intent === 'passkey-options') {
      const asked = await askForPasskey(store, site);
      return data({ options: asked.options }, withCookies(setCookie(runtime, 'portal', 'step', asked.token, 600_000)));
    }
    const to = await landing(ctx, accountId, form.next);
    if (form.intent === 'passkey') {
      const token = readCookie(runtime, 'portal', 'step', request);
      const given = { token, answer: form.answer, client: http, currentSessionId: session.id, only: accountId };
      return redirect(to, withCookies((await signInWithPasskey(ctx, runtime, site, given)).setCookie));
    }
    if (form.intent === 'totp') await verifyTotp(store, accountId, form.code);
    else await verifyRecoveryCode(store, accountId, form.recovery);
    return redirect(to, withCookies(await finishSignIn(ctx, runtime, { sessionId: session.id, accountId, client: http })));
  },
);

export const meta = pageTitle;

export default function SecondFactor() {
  const page = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  const t = useAuthWords();
  return (
    <AuthPage
      title={t('factor.title')}
      lead={t('factor.lead')}
      foot={
        <p>
          <Link to={linkWithNext('/staff/sign-in', page.next)}>{t('factor.again')}</Link>
        </p>
      }
    >
      <SecondFactorForm state={state} next={page.next} hasTotp={page.hasTotp} hasPasskey={page.hasPasskey} />
    </AuthPage>
  );
}
