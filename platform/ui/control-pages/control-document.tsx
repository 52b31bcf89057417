// The HTML around every page above the regions: words of all modules, times of Moscow.
import { useRouteLoaderData } from '@remix-run/react';
import { type ReactNode, useMemo } from 'react';
import { AppDocument, UiProvider } from '../index.ts';
import type { rootPage } from '@zhkh/kernel/control-pages.server';

type Ui = Parameters<typeof UiProvider>[0]['value'];

export function ControlDocument({ modules, children }: { modules: Ui['modules']; children: ReactNode }) {
  const root = useRouteLoaderData<ReturnType<typeof rootPage>['loader']>('root');
  const ui = useMemo(
    () => root && { locale: root.locale, now: root.now, zone: 'Europe/Moscow', modules, on: modules.map(({ id }) => id) },
    [root, modules],
  );
  return <AppDocument>{ui ? <UiProvider value={ui}>{children}</UiProvider> : children}</AppDocument>;
}
