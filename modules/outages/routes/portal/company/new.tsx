// A company announces an outage: form, then check, then one button.
import { useActionData, useLoaderData } from '@remix-run/react';
import { notFound } from '@zhkh/kernel/errors';
import type { Context } from '@zhkh/kernel/module.server';
import { announceStep } from '../../../core/announce-steps.server.ts';
import { announceForm } from '../../../domain/schemas.ts';
import { action as change, loader as read } from '../../../http.server.ts';
import { announceFormView } from '../../../queries/announce-form.server.ts';
import { AnnouncePage } from '../../../ui/staff/announce-page.tsx';
import { titleMeta } from '../../../ui/title-meta.ts';

export const meta = titleMeta;

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
