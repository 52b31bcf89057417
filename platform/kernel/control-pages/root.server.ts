// What every page above the regions knows: the product's name, the language and the time it was made.
import type { ControlPageOf } from './control-page.server.ts';

export function rootPage({ app, read }: Pick<ControlPageOf, 'app' | 'read'>) {
  return {
    loader: read({ can: 'public' }, ({ control }) => ({
      site: control.t(app === 'partner' ? 'platform:brand' : 'platform:product'),
      locale: control.locale,
      now: control.clock.now().toISOString(),
    })),
  };
}
