// Page of one mapping profile: the file's columns, the key, the facts; dry run and apply.
import { redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { notFound } from '@zhkh/kernel/errors';
import { ButtonLink, Notice, PageHead, pageTitle } from '@zhkh/ui';
import { useTranslation } from 'react-i18next';
import { applyByProfile, importByProfile } from '../../commands/import-by-profile.server.ts';
import { saveMapping } from '../../commands/save-mapping.server.ts';
import { withUpload } from '../../commands/with-upload.server.ts';
import { applyForm, factsOf, mappingForm, profileParams, profileQuery, tryForm } from '../../domain/profile-forms.ts';
import { change, read } from '../../http.server.ts';
import { profileById, runOfProfile } from '../../queries/profiles.server.ts';
import { targetById } from '../../run/profile-targets.server.ts';
import { ProfileLoad } from '../../ui/profile-load.tsx';
import { ProfileMapping } from '../../ui/profile-mapping.tsx';

const MAX_UPLOAD = 40_000_000;

export const loader = read(
  { can: 'imports.manage', params: profileParams, query: profileQuery },
  async ({ ctx, params, query }) => {
    const profile = await profileById(ctx, params.profileId);
    if (!profile) throw notFound('imports.profile-not-found');
    const run = query.done ? await runOfProfile(ctx, profile, query.done) : null;
    const { title: target, keys } = targetById(ctx, profile.target);
    return {
      title: profile.title,
      slug: params.slug,
      region: ctx.tenant.name,
      profile,
      target,
      keys,
      run,
      saved: query.saved === '1',
    };
  },
);

export const action = change(
  {
    can: 'imports.manage',
    params: profileParams,
    query: profileQuery,
    form: { save: mappingForm, try: tryForm, apply: applyForm },
    files: { file: { max: 1, maxBytes: MAX_UPLOAD } },
  },
  async ({ ctx, params: { slug, profileId }, form, files }) => {
    const here = `/regions/${slug}/imports/profiles/${profileId}`;
    if (form.intent === 'save') {
      const profile = await profileById(ctx, profileId);
      if (!profile) throw notFound('imports.profile-not-found');
      const facts = factsOf(form as Record<string, string | undefined>, profile.sample);
      await saveMapping(ctx, { profileId, keyColumn: form.keyColumn, keyKind: form.keyKind, facts });
      return redirect(`${here}?saved=1`);
    }
    const report =
      form.intent === 'apply'
        ? await applyByProfile(ctx, { profileId, importId: form.importId })
        : await withUpload(files.file[0], (filePath, fileName) =>
            importByProfile(ctx, { profileId, filePath, fileName, dryRun: true }),
          );
    return redirect(`${here}?done=${report.importId}`);
  },
);

export const meta = pageTitle;

export default function ProfilePage() {
  const { t } = useTranslation('imports');
  const { profile, target, keys, run, saved, slug, region } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  return (
    <div className="stack">
      <PageHead
        title={profile.title}
        sub={`${region}. ${profile.origin}. ${t(target)}`}
        end={<ButtonLink to={`/regions/${slug}/imports/profiles`}>{t('profiles.title')}</ButtonLink>}
      />
      {saved && (
        <Notice tone="ok" live>
          {t('profiles.mappingSaved')}
        </Notice>
      )}
      <ProfileLoad run={run} ready={profile.facts.length > 0} state={state} slug={slug} />
      <ProfileMapping profile={profile} keys={keys} state={state} />
    </div>
  );
}
