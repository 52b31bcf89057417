// Which modules are on: installed, entitled, switched on; a switch shows in another process within a second.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { probe } from '../worker/testing/probe-module.ts';
import { defineModule } from '../module/define-module.server.ts';
import { createRuntime } from '../runtime/runtime.server.ts';
import { systemIn, type TwoRegions, twoRegions } from '@zhkh/tools/testing';
import { switchModule } from './switch-module.server.ts';

const rating = defineModule({ ...probe, id: 'rating', alwaysOn: false, handlers: [], jobs: [], events: [] });
const needy = defineModule({ ...rating, id: 'bonus', needs: ['rating'] });
const unsold = defineModule({ ...rating, id: 'unsold', needs: [] });

let regions: TwoRegions;
beforeAll(async () => {
  regions = await twoRegions([probe, rating, needy, unsold]);
  await regions.runtime.control.updateTable('tenant').set({ plan: 'region-plus' }).execute();
  for (const module of ['rating', 'bonus', 'unsold']) await flip(module, true);
});
afterAll(() => regions.close());

async function flip(module: string, on: boolean, slug: 'tyumen' | 'omsk' = 'tyumen') {
  const { runtime, clock } = regions;
  await switchModule(runtime.control, { tenant: regions.region(slug), module, on, operatorId: null, now: clock.now() });
  await runtime.flags.refresh();
}

const onIn = async (slug: 'tyumen' | 'omsk') => [...(await systemIn(regions, slug)).modules].sort();

describe('the gate', () => {
  it('needs the plan and the switch, region by region', async () => {
    expect(await onIn('tyumen')).toEqual(['bonus', 'probe', 'rating']);
    expect(await onIn('omsk')).toContain('probe');
    const states = await regions.runtime.flags.statesOf(regions.region('tyumen').id);
    expect(states.find((state) => state.module === 'unsold')).toMatchObject({ entitled: false, flag: true, on: false });
  });

  it('takes an extra entitlement until its day', async () => {
    const tenant_id = regions.region('tyumen').id;
    const until = new Date(regions.clock.now().getTime() + 60_000);
    await regions.runtime.control
      .insertInto('entitlement')
      .values({ tenant_id, module: 'unsold', source: 'gift', until })
      .execute();
    await regions.runtime.flags.refresh();
    expect(await onIn('tyumen')).toContain('unsold');
    regions.clock.advance(61_000);
    await regions.runtime.flags.refresh();
    expect(await onIn('tyumen')).not.toContain('unsold');
  });

  it('switches off what needs a module that is off', async () => {
    await flip('rating', false);
    expect(await onIn('tyumen')).toEqual(['probe']);
    await flip('rating', true);
  });

  it('shows a switch in another process within a second, and writes it down', async () => {
    const other = createRuntime({ config: regions.config, registry: regions.registry, name: 'other' });
    const before = await other.systemContext(regions.region('tyumen'));
    expect(before.modules.has('rating')).toBe(true);
    const { runtime, clock } = regions;
    await switchModule(runtime.control, {
      tenant: regions.region('tyumen'),
      module: 'rating',
      on: false,
      operatorId: null,
      now: clock.now(),
    });
    await new Promise((resolve) => setTimeout(resolve, 1000));
    expect((await other.systemContext(regions.region('tyumen'))).modules.has('rating')).toBe(false);
    await other.close();
    const entry = await runtime.control
      .selectFrom('operator_audit')
      .select(['action', 'region'])
      .orderBy('id', 'desc')
      .executeTakeFirst();
    expect(entry).toEqual({ action: 'module.switched-off', region: 'tyumen' });
  });
});
