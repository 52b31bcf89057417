// An authority announces an outage for houses of one company: the company first, then the same form.
import { useActionData, useLoaderData } from '@remix-run/react';
import { notFound } from '@zhkh/kernel/errors';
import { pageTitle } from '@zhkh/ui';
import { z } from 'zod';
import { announceStep } from '../steps/announce.server.ts';
import { announceForm } from '../../../domain/schemas.ts';
import { change, read } from '../../../http.server.ts';
import { announceFormView, companyChoices } from '../../../queries/announce-form.server.ts';
import { AnnouncePage } from '../../../ui/staff/announce-page.tsx';
import { PickCompany } from '../../../ui/staff/pick-company.tsx';

export const meta = pageTitle;

const query = z.strictObject({ company: z.uuid().optional(), q: z.string().max(200).default('') });

export const loader = read({ can: 'outages.oversee', query }, async ({ ctx, query: { company, q } }) => ({
  title: ctx.t('outages:new.title'),
  q,
  companyId: company ?? null,
  view: company ? await announceFormView(ctx, company) : null,
  choices: company ? [] : await companyChoices(ctx, q),
}));

export const action = change(
  { can: 'outages.oversee', query, form: { check: announceForm, edit: announceForm, announce: announceForm } },
  ({ ctx, form, query: { company } }) => {
    if (!company) throw notFound();
    return announceStep(ctx, form, { companyId: company, list: '/authority/outages' });
  },
);

export default function NewOutageForCompany() {
  const { view, choices, q } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  if (!view) return <PickCompany q={q} choices={choices} />;
  return <AnnouncePage base="/authority/outages" view={view} state={state} />;
}
