// Asks for the code from the SMS; works without JavaScript, the browser offers the code by itself.
import { redirect } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { AuthPage, linkWithNext, useAuthWords } from '@zhkh/ui/auth';
import {
  clearCookie,
  formatPhone,
  hasConsented,
  localPath,
  nextField,
  openChallenge,
  readCookie,
  resendAt,
  resendPhoneCode,
  smsDelayed,
  verifyPhoneCode,
  withNext,
} from '@zhkh/kernel/auth.server';
import { Button, Form, Notice, pageTitle, TextField } from '@zhkh/ui';
import { z } from 'zod';
import { change, read } from '../../http.server.ts';
import { ResendButton } from '../../ui/resend-button.tsx';
import { withCookies } from '../../with-cookies.ts';

const next = nextField;
const query = z.strictObject({ next, resent: z.literal('1').optional() });

export const loader = read({ can: 'public', query }, async ({ ctx, runtime, query: asked, request }) => {
  const token = readCookie(runtime, 'portal', 'step', request);
  const challenge = token ? await openChallenge(ctx, token) : null;
  if (!challenge) throw redirect(withNext('/sign-in', localPath(asked.next)));
  const again = await resendAt(ctx, challenge.phone);
  return {
    next: localPath(asked.next),
    phone: formatPhone(challenge.phone),
    resendAt: again.toISOString(),
    waitSeconds: Math.max(0, Math.ceil((again.getTime() - ctx.clock.now().getTime()) / 1000)),
    isResent: asked.resent === '1',
    isDelayed: await smsDelayed(ctx, challenge),
    title: ctx.t('auth:code.title'),
  };
});

const forms = {
  verify: z.strictObject({ code: z.string().max(200), next }),
  resend: z.strictObject({ next }),
};

export const action = change(
  { can: 'public', query, form: forms, secrets: ['code'] },
  async ({ ctx, runtime, http, form, request }) => {
    const token = readCookie(runtime, 'portal', 'step', request);
    const to = localPath(form.next);
    if (form.intent === 'resend') {
      await resendPhoneCode(ctx, runtime, { token, client: http });
      return redirect(`/sign-in/code?next=${encodeURIComponent(to)}&resent=1`);
    }
    const signedIn = await verifyPhoneCode(ctx, runtime, {
      token,
      code: form.code,
      client: http,
      currentSessionId: http.sessionId,
    });
    const consented = await hasConsented(ctx, signedIn.accountId);
    return redirect(
      consented ? to : withNext('/consent', to),
      withCookies(signedIn.setCookie, clearCookie(runtime, 'portal', 'step')),
    );
  },
);

export const meta = pageTitle;

export default function SignInCode() {
  const page = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  const t = useAuthWords();
  return (
    <AuthPage
      title={t('code.title')}
      lead={t('code.sent', { phone: page.phone })}
      foot={
        <p>
          <Link to={linkWithNext('/sign-in', page.next)}>{t('code.other')}</Link>
        </p>
      }
    >
      {page.isResent && (
        <Notice tone="ok" live>
          {t('code.resent')}
        </Notice>
      )}
      {page.isDelayed && <Notice tone="soon">{t('code.delayed')}</Notice>}
      <Form state={state} intent="verify">
        <input type="hidden" name="next" value={page.next} />
        <TextField
          name="code"
          label={t('code.label')}
          code
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={12}
          required
        />
        <Button kind="main" wide>
          {t('code.enter')}
        </Button>
      </Form>
      <Form state={state} intent="resend">
        <input type="hidden" name="next" value={page.next} />
        <ResendButton key={page.resendAt} waitSeconds={page.waitSeconds} />
      </Form>
    </AuthPage>
  );
}
