// Residents sign in: a phone number, then a code; or a passkey.
import { data, redirect } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { AuthPage, linkWithNext, PasskeyButton, useAuthWords } from '@zhkh/ui/auth';
import {
  askForPasskey,
  localPath,
  nextField,
  readCookie,
  regionStore,
  sendPhoneCode,
  setCookie,
  signInWithPasskey,
  siteOf,
  withNext,
} from '@zhkh/kernel/auth.server';
import { Button, Form, pageTitle, TextField } from '@zhkh/ui';
import { z } from 'zod';
import { change, read } from '../../http.server.ts';
import { withCookies } from '../../with-cookies.ts';

const next = nextField;

export const loader = read({ can: 'public', query: z.strictObject({ next }) }, ({ ctx, query }) => {
  if (ctx.actor.kind !== 'anonymous') throw redirect(localPath(query.next));
  return { next: localPath(query.next), title: ctx.t('auth:phone.title') };
});

const forms = {
  send: z.strictObject({ phone: z.string().max(200), next }),
  'passkey-options': z.strictObject({}),
  passkey: z.strictObject({ answer: z.string().max(20_000), next }),
};

const tenMinutes = 10 * 60_000;

export const action = change(
  { can: 'public', query: z.strictObject({ next }), form: forms, secrets: ['answer'] },
  async ({ ctx, runtime, http, form, request }) => {
    const step = readCookie(runtime, 'portal', 'step', request);
    if (form.intent === 'send') {
      const sent = await sendPhoneCode(ctx, runtime, { phone: form.phone, client: http, previous: step });
      return redirect(
        withNext('/sign-in/code', localPath(form.next)),
        withCookies(setCookie(runtime, 'portal', 'step', sent.token, 6 * tenMinutes)),
      );
    }
    const site = siteOf(http.origin, ctx.tenant.name);
    if (form.intent === 'passkey-options') {
      const asked = await askForPasskey(regionStore(ctx, runtime), site);
      return data({ options: asked.options }, withCookies(setCookie(runtime, 'portal', 'step', asked.token, tenMinutes)));
    }
    const signedIn = await signInWithPasskey(ctx, runtime, site, {
      token: step,
      answer: form.answer,
      client: http,
      currentSessionId: http.sessionId,
    });
    return redirect(localPath(form.next), withCookies(signedIn.setCookie));
  },
);

export const meta = pageTitle;

export default function SignIn() {
  const page = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  const t = useAuthWords();
  return (
    <AuthPage
      title={t('phone.title')}
      lead={t('phone.lead')}
      foot={
        <p>
          <Link to={linkWithNext('/staff/sign-in', page.next)}>{t('phone.staff')}</Link>
        </p>
      }
    >
      <Form state={state} intent="send">
        <input type="hidden" name="next" value={page.next} />
        <TextField
          name="phone"
          type="tel"
          label={t('phone.label')}
          help={t('phone.help')}
          autoComplete="tel"
          inputMode="tel"
          required
        />
        <Button kind="main" wide>
          {t('phone.send')}
        </Button>
      </Form>
      <PasskeyButton mode="use" label={t('phone.passkey')} fields={{ next: page.next }} />
    </AuthPage>
  );
}
