// One region: its creation step by step, its figures, switches of its modules, suspend and reopen.
import { redirect } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { Card, CardHead, Notice, pageTitle } from '@zhkh/ui';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { resumeCreation } from '../commands/request-region.server.ts';
import { suspendRegion, unsuspendRegion } from '../commands/suspend-region.server.ts';
import { switchModule } from '../commands/switch-module.server.ts';
import { change, read } from '../http.server.ts';
import { regionPage } from '../queries/region-page.server.ts';
import { Confirm } from '../ui/confirm.tsx';
import { CreationCard } from '../ui/creation-card.tsx';
import { RegionFactsCard, RegionNumbers } from '../ui/region-facts.tsx';
import { RegionModules } from '../ui/region-modules.tsx';
import { RegionState } from '../ui/region-state.tsx';
import { useWatch } from '../ui/use-watch.ts';

const params = z.strictObject({ slug: z.string().regex(/^[a-z][a-z0-9-]{1,23}$/) });
const notes = ['resumed', 'switched-on', 'switched-off', 'suspended', 'active-again'] as const;
const query = z.strictObject({ done: z.enum(notes).optional() });
const nothing = z.strictObject({});
const module = z.strictObject({ module: z.string().regex(/^[a-z-]{1,40}$/) });

export const loader = read({ can: 'platform.observe', params, query }, async ({ control, params, query }) => {
  const region = await regionPage(control, params.slug);
  return { region, done: query.done ?? null, mayChange: control.permissions.has('platform.operate'), title: region.name };
});

export const action = change(
  {
    can: 'platform.operate',
    params,
    query,
    form: { 'switch-on': module, 'switch-off': module, suspend: nothing, unsuspend: nothing, resume: nothing },
  },
  async ({ control, params: { slug }, form }) => {
    switch (form.intent) {
      case 'switch-on':
      case 'switch-off':
        await switchModule(control, slug, form.module, form.intent === 'switch-on');
        return redirect(`/regions/${slug}?done=${form.intent === 'switch-on' ? 'switched-on' : 'switched-off'}`);
      case 'suspend':
        await suspendRegion(control, slug);
        return redirect(`/regions/${slug}?done=suspended`);
      case 'unsuspend':
        await unsuspendRegion(control, slug);
        return redirect(`/regions/${slug}?done=active-again`);
      case 'resume':
        await resumeCreation(control, slug);
        return redirect(`/regions/${slug}?done=resumed`);
    }
  },
);

export const meta = pageTitle;

export default function Region() {
  const { t } = useTranslation('superadmin');
  const { region, done, mayChange } = useLoaderData<typeof loader>();
  const creating = region.state === 'provisioning';
  // A region just made, or one that was away, may answer the next time.
  useWatch((creating && !region.failed) || region.status === 'unreachable');
  return (
    <div className="stack">
      <p className="small">
        <Link to="/">{t('region.back')}</Link>
      </p>
      <div className="pagehead">
        <h1 className="grow">{region.name}</h1>
        <RegionState
          status={region.status}
          done={region.steps.filter((step) => step.state === 'done').length}
          total={region.steps.length}
        />
        {region.alive && region.hosts[0] && (
          <a className="btn" href={`//${region.hosts[0]}/`}>
            {t('region.open')}
          </a>
        )}
      </div>
      {done && (
        <Notice tone="ok" live>
          {t(`region.${done}`)}
        </Notice>
      )}
      {creating && <CreationCard name={region.name} steps={region.steps} running failed={region.failed} mayChange={mayChange} />}
      {region.alive && <RegionNumbers numbers={region.numbers} known={region.known} />}
      <div className="grid grid--2">
        <RegionModules modules={region.modules} region={region.name} mayChange={mayChange && region.alive} />
        <RegionFactsCard slug={region.slug} facts={region.facts} hosts={region.hosts} brand={region.brand} />
      </div>
      {mayChange && region.alive && <Running region={region} />}
      {!creating && region.steps.length > 0 && (
        <CreationCard name={region.name} steps={region.steps} running={false} failed={false} mayChange={false} />
      )}
      {!mayChange && <p className="small sub">{t('read-only')}</p>}
    </div>
  );
}

function Running({ region }: { region: { name: string; state: string } }) {
  const { t } = useTranslation('superadmin');
  const suspended = region.state === 'suspended';
  return (
    <Card>
      <CardHead title={t('region.state')} />
      {suspended ? (
        <Confirm
          open={t('region.unsuspend')}
          question={t('region.confirm-resume', { region: region.name })}
          verb={t('region.do-resume')}
          intent="unsuspend"
        />
      ) : (
        <Confirm
          open={t('region.suspend')}
          question={t('region.confirm-suspend', { region: region.name })}
          verb={t('region.do-suspend')}
          intent="suspend"
        />
      )}
    </Card>
  );
}
