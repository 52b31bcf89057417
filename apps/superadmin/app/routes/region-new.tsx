// A new region from a screen.
// The form only records the wish; the worker does the steps, the region's page shows them.
import { redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Button, Card, Form, PageHead, pageTitle } from '@zhkh/ui';
import { useTranslation } from 'react-i18next';
import { requestRegion } from '../commands/request-region.server.ts';
import { regionInput } from '../domain/region-input.ts';
import { change, read } from '../http.server.ts';
import { newRegionChoices } from '../queries/new-region-choices.server.ts';
import { RegionForm } from '../ui/region-form.tsx';

export const loader = read({ can: 'platform.operate' }, async ({ control, runtime }) => ({
  ...(await newRegionChoices(control, runtime.config.apps.portal.host)),
  title: control.t('superadmin:new.title'),
}));

export const action = change({ can: 'platform.operate', form: regionInput }, async ({ control, runtime, form }) => {
  await requestRegion(control, form, runtime.config.apps.portal.host);
  return redirect(`/regions/${form.slug}`);
});

export const meta = pageTitle;

export default function NewRegion() {
  const { t } = useTranslation('superadmin');
  const choices = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <div className="stack page--form">
      <PageHead title={t('new.title')} sub={t('new.lead')} />
      <Card>
        <Form state={answer}>
          <RegionForm choices={choices} typed={answer?.values ?? {}} />
          <Button kind="main" pendingText={t('new.submitting')}>
            {t('new.submit')}
          </Button>
        </Form>
      </Card>
    </div>
  );
}
