// Settings of one module: the form drawn from its schema, what is usual, and the history of changes below.
import { redirect } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { changeSettings, restoreSetting } from '@zhkh/kernel/runtime.server';
import { asFormState, Notice, PageHead, pageTitle } from '@zhkh/ui';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { change, read } from '../../http.server.ts';
import { moduleSettings } from '../../queries/module-settings.server.ts';
import { SettingsForm } from '../../ui/office/settings-form.tsx';
import { SettingsHistory } from '../../ui/office/settings-history.tsx';

const params = z.strictObject({ module: z.string().max(40) });
const query = z.strictObject({
  page: z.coerce.number().int().min(1).max(10_000).default(1),
  done: z.enum(['saved', 'restored']).optional(),
});

export const loader = read({ can: 'platform.change-settings', params, query }, async ({ ctx, runtime, ...input }) => {
  const settings = await moduleSettings(runtime.registry, ctx, input.params.module, input.query.page);
  return {
    ...settings,
    done: input.query.done ?? null,
    module: input.params.module,
    title: `${settings.moduleTitle}, ${ctx.t('portal:settings.title')}`,
  };
});

const version = z.coerce.number().int().min(0);
/** Fields of the settings themselves are those of the module's schema: the command holds them against it. */
const forms = {
  save: z.object({ version, why: z.string().max(300).optional() }).catchall(z.string()),
  restore: z.strictObject({ version, setting: z.string().max(60) }),
};

export const action = change(
  { can: 'platform.change-settings', params, query, form: forms },
  async ({ ctx, form, runtime, ...input }) => {
    const { module } = input.params;
    if (form.intent === 'restore') {
      const { setting: name, version: seen } = form;
      await restoreSetting(runtime.registry, ctx, { module, name, version: seen, why: null });
      throw redirect(`/office/settings/${module}?done=restored`);
    }
    const { intent: _, version: seen, why, ...posted } = form;
    await changeSettings(runtime.registry, ctx, { module, version: seen, posted, why: why ?? null });
    throw redirect(`/office/settings/${module}?done=saved`);
  },
);

export const meta = pageTitle;

/** Also after a refusal: a stale form needs the version that stands now. */
export const shouldRevalidate = () => true;

export default function ModuleSettings() {
  const { t } = useTranslation('portal');
  const page = useLoaderData<typeof loader>();
  const state = asFormState(useActionData<typeof action>());
  return (
    <div className="stack">
      <p className="small">
        <Link to="/office/settings">{t('settings.all')}</Link>
      </p>
      <PageHead title={page.moduleTitle} sub={t('settings.moduleSub')} />
      {page.done && !state && (
        <Notice tone="ok" live>
          {t(`settings.${page.done}`)}
        </Notice>
      )}
      <SettingsForm key={page.module} {...page} state={state} last={page.changes[0]} />
      <SettingsHistory changes={page.changes} page={page.page} size={page.size} total={page.total} />
    </div>
  );
}
