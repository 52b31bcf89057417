// The table of regions with what each one's database says, and what of it needs a person.
import type { ControlContext } from '@zhkh/kernel/http.server';
import { readTenantMigrations } from '@zhkh/kernel/tenancy.server';
import { type Attention, attentionFor, type RegionFacts, regionStatus } from '../domain/region-status.ts';
import { dayAndMinute, minuteOfDay } from '../domain/times.ts';
import type { IsolationView } from '../ui/isolation-card.tsx';
import type { RegionRow } from '../ui/regions-table.tsx';
import type { StepView } from '../ui/steps-trail.tsx';
import { askRegion } from './ask-region.server.ts';
import { regionFacts } from './region-facts.server.ts';
import { stepsOf as stepViews } from './region-page.server.ts';

export interface Overview {
  rows: RegionRow[];
  attention: Attention[];
  isolation: IsolationView | null;
  /** The region on its way now, the last one asked for. */
  creating: { name: string; failed: boolean; steps: StepView[] } | null;
  checkedAt: string;
  /** Regions the platform has at all, whatever the search says. */
  total: number;
}

export async function regionsOverview(control: ControlContext, query: string): Promise<Overview> {
  const [tenants, steps, known, isolation] = await Promise.all([
    tenantsOf(control),
    stepsOf(control),
    readTenantMigrations().length,
    lastIsolation(control),
  ]);
  const seen = await Promise.all(tenants.map((tenant) => look(control, tenant, steps.get(tenant.id) ?? noSteps, known)));
  return {
    rows: seen.map((region) => region.row).filter((row) => matches(row, query)),
    attention: seen.flatMap((region) => region.attention),
    isolation,
    creating: await creatingNow(control),
    checkedAt: minuteOfDay(control.clock.now(), control.locale),
    total: tenants.length,
  };
}

type TenantRow = Awaited<ReturnType<typeof tenantsOf>>[number];
interface Steps {
  done: number;
  total: number;
  failed: boolean;
}
const noSteps: Steps = { done: 0, total: 0, failed: false };

async function look(
  control: ControlContext,
  tenant: TenantRow,
  steps: Steps,
  known: number,
): Promise<{ row: RegionRow; attention: Attention[] }> {
  const alive = tenant.state === 'active' || tenant.state === 'suspended';
  const facts = alive ? await askRegion(control, tenant.slug, regionFacts) : null;
  const seen: RegionFacts = {
    state: tenant.state,
    provisioningFailed: steps.failed,
    waiting: facts?.waiting ?? null,
    parked: facts?.parked ?? null,
    schema: { applied: facts?.applied ?? null, known },
  };
  const name = control.locale === 'en' ? tenant.name_en : tenant.name;
  const row: RegionRow = {
    slug: tenant.slug,
    name,
    host: tenant.host ?? '',
    hue: tenant.brand.hue,
    chroma: tenant.brand.chroma,
    status: regionStatus(seen),
    stepsDone: steps.done,
    stepsTotal: steps.total,
    plan: control.locale === 'en' ? tenant.planEn : tenant.plan,
    perDay: facts?.perDay ?? null,
    waiting: seen.waiting,
    applied: seen.schema.applied,
    known,
    modules: facts?.modules ?? 0,
  };
  return { row, attention: attentionFor({ ...seen, slug: tenant.slug, name }) };
}

async function creatingNow(control: ControlContext): Promise<Overview['creating']> {
  const tenant = await control.db
    .selectFrom('tenant')
    .select(['id', 'name', 'name_en'])
    .where('state', '=', 'provisioning')
    .orderBy('created_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!tenant) return null;
  const steps = await stepViews(control, tenant.id);
  return {
    name: control.locale === 'en' ? tenant.name_en : tenant.name,
    failed: steps.some((step) => step.state === 'failed'),
    steps,
  };
}

function tenantsOf(control: ControlContext) {
  return control.db
    .selectFrom('tenant')
    .leftJoin('tenant_host', (join) => join.onRef('tenant_host.tenant_id', '=', 'tenant.id').on('tenant_host.position', '=', 0))
    .innerJoin('plan', 'plan.code', 'tenant.plan')
    .select(['tenant.id', 'tenant.slug', 'tenant.name', 'tenant.name_en', 'tenant.state', 'tenant.brand', 'tenant_host.host'])
    .select(['plan.title as plan', 'plan.title_en as planEn'])
    .orderBy('tenant.name')
    .execute();
}

async function stepsOf(control: ControlContext): Promise<Map<string, Steps>> {
  const rows = await control.db.selectFrom('provision_step').select(['tenant_id', 'state']).execute();
  const found = new Map<string, Steps>();
  for (const row of rows) {
    const sofar = found.get(row.tenant_id) ?? noSteps;
    found.set(row.tenant_id, {
      done: sofar.done + (row.state === 'done' ? 1 : 0),
      total: sofar.total + 1,
      failed: sofar.failed || row.state === 'failed',
    });
  }
  return found;
}

async function lastIsolation(control: ControlContext): Promise<IsolationView | null> {
  const last = await control.db
    .selectFrom('isolation_check')
    .select(['at', 'checks', 'failures'])
    .orderBy('at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return last ? { checkedAt: dayAndMinute(last.at, control.locale), pairs: last.checks, leaks: last.failures } : null;
}

function matches(row: RegionRow, query: string): boolean {
  const wanted = query.trim().toLocaleLowerCase('ru');
  return wanted === '' || [row.name, row.host, row.slug].some((text) => text.toLocaleLowerCase('ru').includes(wanted));
}
