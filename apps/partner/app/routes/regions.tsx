// Where the partner wants to give discounts.
import { redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Button, Card, ChoiceCards, Empty, Form, Notice, PageHead, pageTitle } from '@zhkh/ui';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { chooseRegions } from '../commands/choose-regions.server.ts';
import { regionsInput } from '../domain/profile-input.ts';
import { change, read } from '../http.server.ts';
import { partnerHome } from '../queries/partner-home.server.ts';

const query = z.strictObject({ done: z.enum(['saved']).optional() });

export const loader = read({ can: 'partner.read', query }, async ({ control, query }) => {
  const { regions } = await partnerHome(control);
  return { regions, saved: query.done === 'saved', title: control.t('partner:regions.title') };
});

export const action = change({ can: 'partner.edit', query, form: regionsInput }, async ({ control, form }) => {
  await chooseRegions(control, form.regions);
  return redirect('/regions?done=saved');
});

export const meta = pageTitle;

export default function RegionsPage() {
  const { t } = useTranslation('partner');
  const { regions, saved } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <div className="stack">
      <PageHead title={t('regions.title')} sub={t('regions.lead')} />
      {saved && !answer && (
        <Notice tone="ok" live>
          {t('profile.saved')}
        </Notice>
      )}
      <Card>
        {regions.length === 0 ? (
          <Empty title={t('regions.none')}>{t('regions.none-why')}</Empty>
        ) : (
          <Form state={answer}>
            <ChoiceCards
              type="checkbox"
              name="regions"
              label={t('regions.list')}
              choices={regions.map((region) => ({ value: region.slug, label: region.name }))}
              defaultValue={regions.filter((region) => region.serves).map((region) => region.slug)}
            />
            <Button kind="main" pendingText={t('profile.saving')}>
              {t('regions.save')}
            </Button>
          </Form>
        )}
      </Card>
    </div>
  );
}
