// A control context for tests: an operator over the two regions of the test database.
import type { ControlContext } from '@zhkh/kernel/http.server';
import type { TwoRegions } from '@zhkh/tools/testing';

export function controlOf(regions: TwoRegions): ControlContext {
  const { runtime } = regions;
  const actor = { kind: 'operator', role: 'operator', accountId: '01900000-0000-7000-8000-000000000001' } as const;
  return {
    app: 'superadmin',
    actor,
    permissions: new Set(['platform.observe', 'platform.operate']),
    db: runtime.control,
    clock: runtime.clock,
    locale: 'ru',
    t: runtime.parts.translatorFor('ru'),
    log: runtime.log,
    requestId: 'test',
    region: (slug) => runtime.contextFor(regions.region(slug as 'tyumen' | 'omsk'), actor, { locale: 'ru', requestId: 'test' }),
  };
}
