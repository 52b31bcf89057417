// What the business tells of itself.
import { redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Button, Card, Form, Notice, PageHead, pageTitle, TextArea, TextField } from '@zhkh/ui';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { saveProfile } from '../commands/save-profile.server.ts';
import { profileInput } from '../domain/profile-input.ts';
import { change, read } from '../http.server.ts';
import { partnerHome } from '../queries/partner-home.server.ts';

const query = z.strictObject({ done: z.enum(['saved']).optional() });

export const loader = read({ can: 'partner.read', query }, async ({ control, query }) => {
  const { profile } = await partnerHome(control);
  return { profile, saved: query.done === 'saved', title: control.t('partner:profile.title') };
});

export const action = change({ can: 'partner.edit', query, form: profileInput }, async ({ control, form }) => {
  await saveProfile(control, form);
  return redirect('/profile?done=saved');
});

export const meta = pageTitle;

export default function ProfilePage() {
  const { t } = useTranslation('partner');
  const { profile, saved } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <div className="stack">
      <PageHead title={t('profile.title')} sub={t('profile.lead')} />
      {saved && !answer && (
        <Notice tone="ok" live>
          {t('profile.saved')}
        </Notice>
      )}
      <Card>
        <Form state={answer}>
          <TextField
            name="name"
            label={t('profile.name')}
            help={t('profile.name-help')}
            defaultValue={profile?.name}
            autoComplete="organization"
          />
          <TextField
            name="inn"
            label={t('profile.inn')}
            help={t('profile.inn-help')}
            defaultValue={profile?.inn}
            inputMode="numeric"
          />
          <TextField name="address" label={t('profile.address')} defaultValue={profile?.address} autoComplete="street-address" />
          <TextField name="phone" label={t('profile.phone')} defaultValue={profile?.phone} type="tel" autoComplete="tel" />
          <TextField
            name="openingHours"
            label={t('profile.hours')}
            help={t('profile.hours-help')}
            defaultValue={profile?.openingHours}
            optional
          />
          <TextArea name="about" label={t('profile.about')} defaultValue={profile?.about} rows={3} optional />
          <Button kind="main" pendingText={t('profile.saving')}>
            {t('profile.save')}
          </Button>
        </Form>
      </Card>
    </div>
  );
}
