// Modules of one region with their switches: a question first, because people lose or gain pages at once.
import { Card, CardHead, StatusPill } from '@zhkh/ui';
import { useTranslation } from 'react-i18next';
import { Confirm } from './confirm.tsx';

export interface ModuleView {
  id: string;
  title: string;
  alwaysOn: boolean;
  inPlan: boolean;
  on: boolean;
}

export function RegionModules({
  modules,
  region,
  mayChange,
}: {
  modules: readonly ModuleView[];
  region: string;
  mayChange: boolean;
}) {
  const { t } = useTranslation('superadmin');
  return (
    <Card>
      <CardHead title={t('region.modules')} />
      <ul className="stack">
        {modules.map((module) => (
          <li key={module.id} className="row row--wrap">
            <span className="grow strong">{module.title}</span>
            <ModuleState module={module} />
            {mayChange && !module.alwaysOn && module.inPlan && <Switch module={module} region={region} />}
          </li>
        ))}
      </ul>
    </Card>
  );
}

function ModuleState({ module }: { module: ModuleView }) {
  const { t } = useTranslation('superadmin');
  const words = module.alwaysOn ? 'always-on' : !module.inPlan ? 'not-in-plan' : module.on ? 'on' : 'off';
  return <StatusPill kind={module.on ? 'resolved' : 'paused'}>{t(`region.${words}`)}</StatusPill>;
}

function Switch({ module, region }: { module: ModuleView; region: string }) {
  const { t } = useTranslation('superadmin');
  const to = module.on ? 'off' : 'on';
  return (
    <Confirm
      open={t(`region.switch-${to}`)}
      question={t(`region.confirm-${to}`, { module: module.title, region })}
      verb={t(`region.do-${to}`)}
      intent={`switch-${to}`}
      fields={{ module: module.id }}
    />
  );
}
