// What every page above the regions knows: the language and the time it was made.
import type { ControlPageOf } from './control-page.server.ts';

export function rootPage({ read }: Pick<ControlPageOf, 'read'>) {
  return {
    loader: read({ can: 'public' }, ({ control }) => ({
      locale: control.locale,
      now: control.clock.now().toISOString(),
    })),
  };
}
