// «Other regional systems»: saved mapping profiles, and a file to begin a new one with.
import { redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import {
  Button,
  ButtonLink,
  Card,
  CardHead,
  Empty,
  Form,
  List,
  ListRow,
  PageHead,
  pageTitle,
  Select,
  TextField,
  useFormat,
} from '@zhkh/ui';
import { useTranslation } from 'react-i18next';
import { createProfile } from '../../commands/create-profile.server.ts';
import { withUpload } from '../../commands/with-upload.server.ts';
import { newProfileForm } from '../../domain/profile-forms.ts';
import { regionParams } from '../../domain/schemas.ts';
import { change, read } from '../../http.server.ts';
import { profiles } from '../../queries/profiles.server.ts';
import { profileTargets } from '../../run/profile-targets.server.ts';
import { FilePick } from '../../ui/file-pick.tsx';

const MAX_UPLOAD = 40_000_000;

export const loader = read({ can: 'imports.manage', params: regionParams }, async ({ ctx, params }) => ({
  slug: params.slug,
  region: ctx.tenant.name,
  title: ctx.t('imports:profiles.title'),
  profiles: await profiles(ctx),
  targets: profileTargets(ctx).map(({ id, title }) => ({ id, title })),
}));

export const action = change(
  { can: 'imports.manage', params: regionParams, form: newProfileForm, files: { file: { max: 1, maxBytes: MAX_UPLOAD } } },
  async ({ ctx, params, form, files }) => {
    const id = await withUpload(files.file[0], (filePath) => createProfile(ctx, { ...form, filePath }));
    return redirect(`/regions/${params.slug}/imports/profiles/${id}`);
  },
);

export const meta = pageTitle;

export default function Profiles() {
  const { t } = useTranslation('imports');
  const f = useFormat();
  const { profiles: list, targets, region, slug } = useLoaderData<typeof loader>();
  return (
    <div className="stack">
      <PageHead
        title={t('profiles.title')}
        sub={`${region}. ${t('profiles.sub')}`}
        end={<ButtonLink to={`/regions/${slug}/imports`}>{t('runs.title')}</ButtonLink>}
      />
      {list.length === 0 ? (
        <Empty title={t('profiles.none')}>{t('profiles.noneHow')}</Empty>
      ) : (
        <Card kind="flush">
          <CardHead title={t('profiles.saved')} />
          <List>
            {list.map((profile) => (
              <ListRow
                key={profile.id}
                to={`/regions/${slug}/imports/profiles/${profile.id}`}
                title={profile.title}
                meta={`${profile.origin} · ${t(targets.find((one) => one.id === profile.target)?.title ?? profile.target)} · ${t('profiles.facts', { count: profile.facts })} · ${f.date(profile.updatedAt)}`}
              />
            ))}
          </List>
        </Card>
      )}
      <NewProfile targets={targets} />
    </div>
  );
}

function NewProfile({ targets }: { targets: readonly { id: string; title: string }[] }) {
  const { t } = useTranslation('imports');
  const state = useActionData<typeof action>();
  return (
    <Card>
      <h2>{t('profiles.new')}</h2>
      <Form state={state} encType="multipart/form-data">
        <TextField name="title" label={t('profiles.name')} help={t('profiles.nameHow')} maxLength={120} />
        <TextField name="origin" label={t('profiles.origin')} help={t('profiles.originHow')} maxLength={120} />
        <Select
          name="target"
          label={t('profiles.target')}
          options={targets.map(({ id, title }) => ({ value: id, label: t(title) }))}
        />
        <FilePick accept=".csv,.txt,.tsv,.xlsx" />
        <div className="actions">
          <Button kind="main">{t('profiles.look')}</Button>
        </div>
      </Form>
    </Card>
  );
}
