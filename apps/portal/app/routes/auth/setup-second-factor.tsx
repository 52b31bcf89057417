// First sign-in of an employee ends here: no cabinet opens before the second step is on.
import { data, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { pageTitle } from '@zhkh/ui';
import { AuthPage, RecoveryCodes, SetupSecondFactor, useAuthWords } from '@zhkh/ui/auth';
import {
  addPasskey,
  confirmTotp,
  finishSignIn,
  followsAction,
  localPath,
  nextField,
  offerPasskey,
  prepareTotp,
  qrOf,
  readCookie,
  regionStore,
  setCookie,
  setupForms,
  siteOf,
  unfinishedSession,
  withNext,
} from '@zhkh/kernel/auth.server';
import { invalid } from '@zhkh/kernel/errors';
import { z } from 'zod';
import { change, read } from '../../http.server.ts';
import { landing } from '../../landing.server.ts';
import { withCookies } from '../../with-cookies.ts';

const query = z.strictObject({ next: nextField });

export const loader = read({ can: 'public', query }, async ({ ctx, runtime, query: asked, request }) => {
  const title = ctx.t('auth:setup.title');
  const to = localPath(asked.next);
  // After the first right code the page is drawn once more to show the recovery codes.
  if (ctx.actor.kind === 'staff') return { title, next: to, secret: null, qr: null };
  const session = await unfinishedSession(ctx, runtime, request);
  if (session?.stage !== 'enrol') {
    if (followsAction(request)) return { title, next: to, secret: null, qr: null };
    throw redirect(withNext('/staff/sign-in', to));
  }
  const label = { issuer: ctx.tenant.name, login: session.email ?? '' };
  const { secret, uri } = await prepareTotp(regionStore(ctx, runtime), session.accountId, label);
  return { title, next: to, secret, qr: qrOf(uri) };
});

export const action = change(
  { can: 'public', query, form: setupForms, secrets: ['code', 'answer'] },
  async ({ ctx, runtime, http, form, request }) => {
    const session = await unfinishedSession(ctx, runtime, request);
    if (session?.stage !== 'enrol') return redirect('/staff/sign-in');
    const { accountId } = session;
    const store = regionStore(ctx, runtime);
    const site = siteOf(http.origin, ctx.tenant.name);
    const finish = () => finishSignIn(ctx, runtime, { sessionId: session.id, accountId, client: http });
    if (form.intent === 'passkey-options') {
      const offer = await offerPasskey(store, site, { id: accountId, login: session.email ?? '', name: session.name });
      return data({ options: offer.options }, withCookies(setCookie(runtime, 'portal', 'step', offer.token, 600_000)));
    }
    if (form.intent === 'passkey') {
      const token = readCookie(runtime, 'portal', 'step', request);
      if (!token) throw invalid('auth.passkey-failed');
      await addPasskey(store, site, { accountId, token, answer: form.answer, userAgent: http.userAgent });
      return redirect(await landing(ctx, accountId, form.next), withCookies(await finish()));
    }
    const codes = await confirmTotp(store, accountId, form.code);
    return data({ codes, next: await landing(ctx, accountId, form.next) }, withCookies(await finish()));
  },
);

export const meta = pageTitle;

export default function SetupSecondFactorPage() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useAuthWords();
  if (answer && 'codes' in answer) {
    return (
      <AuthPage title={t('setup.codes-title')} lead={t('setup.codes-lead')}>
        <RecoveryCodes codes={answer.codes} next={answer.next} />
      </AuthPage>
    );
  }
  if (!page.secret || !page.qr) {
    return (
      <AuthPage title={t('setup.codes-title')}>
        <RecoveryCodes codes={[]} next={page.next} />
      </AuthPage>
    );
  }
  return (
    <AuthPage title={t('setup.title')} lead={t('setup.lead')}>
      <SetupSecondFactor state={answer} next={page.next} secret={page.secret} qr={page.qr} />
    </AuthPage>
  );
}
