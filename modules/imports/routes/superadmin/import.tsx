// One import: how it goes, what it changed or would change, what was refused, which file it was.
import { redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { ButtonLink, PageHead, pageTitle } from '@zhkh/ui';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { cancelImport, queueApply, restartImport } from '../../commands/steer-import.server.ts';
import { importParams } from '../../domain/schemas.ts';
import { change, read } from '../../http.server.ts';
import { importPage } from '../../queries/import-page.server.ts';
import { workerSilence } from '../../queries/worker-silence.server.ts';
import { ImportFile } from '../../ui/import-file.tsx';
import { ImportProgress } from '../../ui/import-progress.tsx';
import { ImportRefused } from '../../ui/import-refused.tsx';
import { ImportResult } from '../../ui/import-result.tsx';
import { ImportState } from '../../ui/import-state.tsx';
import { useLive } from '../../ui/use-live.ts';

const nothing = z.strictObject({});

export const loader = read({ can: 'imports.manage', params: importParams }, async ({ ctx, params }) => {
  const run = await importPage(ctx, params.importId);
  return {
    run,
    silence: run.state === 'queued' ? await workerSilence(ctx) : null,
    slug: params.slug,
    region: ctx.tenant.name,
    title: ctx.t(run.title),
  };
});

export const action = change(
  { can: 'imports.manage', params: importParams, form: { apply: nothing, cancel: nothing, restart: nothing } },
  async ({ ctx, params: { slug, importId }, form }) => {
    if (form.intent === 'restart') return redirect(`/regions/${slug}/imports/${await restartImport(ctx, importId)}`);
    if (form.intent === 'apply') await queueApply(ctx, importId);
    else await cancelImport(ctx, importId);
    return redirect(`/regions/${slug}/imports/${importId}`);
  },
);

export const meta = pageTitle;

export default function Import() {
  const { t } = useTranslation('imports');
  const { run, silence, slug, region, title } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  const going = run.state === 'queued' || run.state === 'running';
  useLive(going);
  return (
    <div className="stack">
      <PageHead
        title={title}
        sub={`${region}. ${run.file}`}
        end={
          <>
            <ImportState run={run} />
            <ButtonLink to={`/regions/${slug}/imports`}>{t('runs.all')}</ButtonLink>
          </>
        }
      />
      <div className="grid grid--2">
        <div className="stack">
          {!going && <ImportResult run={run} state={state} />}
          <ImportProgress run={run} silence={silence} state={state} />
        </div>
        <ImportFile run={run} slug={slug} />
      </div>
      <ImportRefused run={run} slug={slug} />
    </div>
  );
}
