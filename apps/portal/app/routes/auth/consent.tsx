// Asks for consent to processing of personal data, apart from everything else (152-ФЗ art. 9).
import { redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { AuthPage, useAuthWords } from '@zhkh/ui/auth';
import { consentDate, currentConsent, giveConsent, localPath, nextField } from '@zhkh/kernel/auth.server';
import { invalid } from '@zhkh/kernel/errors';
import { Button, Card, CheckCard, Form, pageTitle } from '@zhkh/ui';
import { z } from 'zod';
import { change, read } from '../../http.server.ts';

const next = nextField;

export const loader = read({ can: 'signed-in', query: z.strictObject({ next }) }, ({ ctx, query }) => {
  if (ctx.actor.kind !== 'resident' || ctx.actor.consented) throw redirect(localPath(query.next));
  return {
    next: localPath(query.next),
    version: consentDate(ctx.locale),
    paragraphs: currentConsent.paragraphs.map((key) => ctx.t(key)),
    title: ctx.t('auth:consent.title'),
  };
});

const form = z.strictObject({ agree: z.literal('on').optional(), next });

export const action = change({ can: 'signed-in', query: z.strictObject({ next }), form }, async ({ ctx, http, form: given }) => {
  if (ctx.actor.kind !== 'resident') return redirect('/');
  if (!given.agree) throw invalid('auth.consent-needed', { fields: { agree: { key: 'auth:errors.consent-needed' } } });
  await giveConsent(ctx, { accountId: ctx.actor.accountId, client: http });
  return redirect(localPath(given.next));
});

export const meta = pageTitle;

export default function Consent() {
  const page = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  const t = useAuthWords();
  return (
    <AuthPage
      title={t('consent.title')}
      lead={t('consent.lead')}
      foot={
        <form method="post" action="/sign-out">
          <Button kind="quiet" wide>
            {t('consent.refuse')}
          </Button>
        </form>
      }
    >
      <Card label={t('consent.title')}>
        {page.paragraphs.map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
        <p className="small muted">{t('consent.version', { date: page.version })}</p>
      </Card>
      <Form state={state}>
        <input type="hidden" name="next" value={page.next} />
        <CheckCard name="agree" label={t('consent.check')} />
        <Button kind="main" wide>
          {t('consent.give')}
        </Button>
      </Form>
    </AuthPage>
  );
}
