// A company announces an outage: form, then check, then one button.
import { useActionData, useLoaderData } from '@remix-run/react';
import { notFound } from '@zhkh/kernel/errors';
import type { Context } from '@zhkh/kernel/module.server';
import { pageTitle } from '@zhkh/ui';
import { announceStep } from '../steps/announce.server.ts';
import { announceForm } from '../../../domain/schemas.ts';
import { change, read } from '../../../http.server.ts';
import { announceFormView } from '../../../queries/announce-form.server.ts';
import { AnnouncePage } from '../../../ui/staff/announce-page.tsx';

export const meta = pageTitle;

function companyOf(ctx: Context): string {
  if (ctx.actor.kind !== 'staff') throw notFound();
  return ctx.actor.organisation.id;
}

export const loader = read({ can: 'outages.company' }, async ({ ctx }) => ({
  title: ctx.t('outages:new.title'),
  view: await announceFormView(ctx, companyOf(ctx)),
}));

export const action = change(
  { can: 'outages.company', form: { check: announceForm, edit: announceForm, announce: announceForm } },
  ({ ctx, form }) => announceStep(ctx, form, { companyId: companyOf(ctx), list: '/company/outages' }),
);

export default function NewOutage() {
  const { view } = useLoaderData<typeof loader>();
  return <AnnouncePage base="/company/outages" view={view} state={useActionData<typeof action>()} />;
}
