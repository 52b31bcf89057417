// Records the wish for a new region; the worker brings it up step by step and goes on after a crash.
import { invalid, notFound } from '@zhkh/kernel/errors';
import type { ControlContext } from '@zhkh/kernel/http.server';
import { requestProvision, resumeProvision } from '@zhkh/kernel/tenancy.server';
import type { RegionInput } from '../domain/region-input.ts';
import { noteAction } from './note-action.server.ts';

export async function requestRegion(control: ControlContext, input: RegionInput, portalHost: string): Promise<void> {
  const hosts = input.hosts.length > 0 ? input.hosts : [`${input.slug}.${portalHost}`];
  await refuseTaken(control, input.slug, input.plan, hosts);
  await requestProvision(control.db, {
    slug: input.slug,
    name: input.name,
    nameEn: input.nameEn,
    subjectCode: input.subjectCode,
    timeZone: input.timeZone,
    plan: input.plan,
    brand: { hue: input.hue, chroma: input.chroma, logoFileKey: null },
    hosts,
  });
  await noteAction(control, { action: 'region.requested', subject: input.slug, region: input.slug });
}

export async function resumeCreation(control: ControlContext, slug: string): Promise<void> {
  const tenant = await control.db.selectFrom('tenant').select('state').where('slug', '=', slug).executeTakeFirst();
  if (tenant?.state !== 'provisioning') throw notFound();
  await resumeProvision(control.db, slug);
  await noteAction(control, { action: 'region.resumed', subject: slug, region: slug });
}

async function refuseTaken(control: ControlContext, slug: string, plan: string, hosts: readonly string[]): Promise<void> {
  const [sameSlug, samePlan, sameHosts] = await Promise.all([
    control.db.selectFrom('tenant').select('id').where('slug', '=', slug).executeTakeFirst(),
    control.db.selectFrom('plan').select('code').where('code', '=', plan).executeTakeFirst(),
    control.db.selectFrom('tenant_host').select('host').where('host', 'in', hosts).execute(),
  ]);
  if (sameSlug) throw invalid('superadmin.taken', { fields: { slug: { key: 'superadmin:new.taken' } } });
  if (!samePlan) throw invalid('superadmin.no-plan', { fields: { plan: { key: 'superadmin:new.required' } } });
  const taken = sameHosts[0]?.host;
  if (taken)
    throw invalid('superadmin.host-taken', { fields: { hosts: { key: 'superadmin:new.host-taken', params: { host: taken } } } });
}
