// One outage of the company: what residents see, its history, and the steps that are open.
import { redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { pageTitle } from '@zhkh/ui';
import { outageStep, stepForms } from '../steps/outage.server.ts';
import { oneQuery, outageParams } from '../../../domain/schemas.ts';
import { change, read } from '../../../http.server.ts';
import { outageOne } from '../../../queries/outage-one.server.ts';
import { OutagePage } from '../../../ui/staff/outage-page.tsx';

export const meta = pageTitle;

export const loader = read({ can: 'outages.company', params: outageParams, query: oneQuery }, async ({ ctx, params, query }) => {
  const outage = await outageOne(ctx, params.outageId);
  return { title: ctx.t('outages:one.title', { number: outage.item.number }), outage, query };
});

export const action = change(
  { can: 'outages.company', params: outageParams, query: oneQuery, form: stepForms },
  async ({ ctx, params: { outageId }, form }) => {
    const done = await outageStep(ctx, outageId, form);
    throw redirect(`/company/outages/${outageId}?done=${done}`);
  },
);

export default function CompanyOutage() {
  const { outage, query } = useLoaderData<typeof loader>();
  return <OutagePage base="/company/outages" outage={outage} query={query} state={useActionData<typeof action>()} />;
}
