// One region for its operator: steps of its creation, modules, hosts, facts of its own database.
import { notFound } from '@zhkh/kernel/errors';
import type { ControlContext } from '@zhkh/kernel/http.server';
import { provisionSteps, readTenantMigrations } from '@zhkh/kernel/tenancy.server';
import { regionStatus } from '../domain/region-status.ts';
import { day, duration, secondOfDay } from '../domain/times.ts';
import type { StepView } from '../ui/steps-trail.tsx';
import { askRegion } from './ask-region.server.ts';
import { moduleStatesOf } from './module-matrix.server.ts';
import { regionFacts } from './region-facts.server.ts';

export async function regionPage(control: ControlContext, slug: string) {
  const tenant = await control.db
    .selectFrom('tenant')
    .innerJoin('plan', 'plan.code', 'tenant.plan')
    .selectAll('tenant')
    .select(['plan.title', 'plan.title_en'])
    .where('slug', '=', slug)
    .executeTakeFirst();
  if (!tenant) throw notFound();
  const alive = tenant.state === 'active' || tenant.state === 'suspended';
  const [hosts, steps, modules, known, facts] = await Promise.all([
    control.db.selectFrom('tenant_host').select('host').where('tenant_id', '=', tenant.id).orderBy('position').execute(),
    stepsOf(control, tenant.id),
    moduleStatesOf(control, tenant),
    readTenantMigrations().length,
    alive ? askRegion(control, slug, regionFacts) : null,
  ]);
  const failed = steps.some((step) => step.state === 'failed');
  return {
    slug,
    name: control.locale === 'en' ? tenant.name_en : tenant.name,
    state: tenant.state,
    status: regionStatus({
      state: tenant.state,
      provisioningFailed: failed,
      waiting: facts?.waiting ?? null,
      parked: facts?.parked ?? null,
      schema: { applied: facts?.applied ?? null, known },
    }),
    facts: {
      schema: tenant.schema_name,
      subject: tenant.subject_code,
      zone: tenant.time_zone,
      plan: control.locale === 'en' ? tenant.title_en : tenant.title,
      created: day(tenant.created_at, control.locale),
    },
    brand: tenant.brand,
    hosts: hosts.map((row) => row.host),
    steps,
    failed,
    modules,
    known,
    numbers: facts,
    alive,
  };
}

export async function stepsOf(control: ControlContext, tenantId: string): Promise<StepView[]> {
  const rows = await control.db.selectFrom('provision_step').selectAll().where('tenant_id', '=', tenantId).execute();
  return rows
    .sort((a, b) => placeOf(a.step) - placeOf(b.step))
    .map((row) => ({
      step: row.step,
      state: row.state,
      took:
        row.started_at && row.finished_at ? duration(row.finished_at.getTime() - row.started_at.getTime(), control.locale) : '',
      startedAt: row.started_at ? secondOfDay(row.started_at, control.locale) : '',
      startedIso: row.started_at?.toISOString() ?? '',
      error: row.error,
      tries: row.tries,
    }));
}

/** Steps a later release adds, or the demo's own, stand at the end. */
function placeOf(step: string): number {
  const place = (provisionSteps as readonly string[]).indexOf(step);
  return place < 0 ? provisionSteps.length : place;
}
