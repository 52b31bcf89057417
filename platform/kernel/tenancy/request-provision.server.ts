// Writes down a wish for a region. The worker (or the CLI) brings it up step by step from these rows alone.
import type { Kysely } from 'kysely';
import { z } from 'zod';
import { newId } from '../db/ids.ts';
import { jsonb } from '../db/json.server.ts';
import type { ControlTables } from '../db/tables/index.server.ts';
import { notFound } from '../errors/index.ts';
import { schemaOf } from './names.ts';

export const newRegion = z.strictObject({
  slug: z.string().regex(/^[a-z][a-z0-9-]{1,30}$/),
  name: z.string().min(2).max(120),
  nameEn: z.string().min(2).max(120),
  subjectCode: z.string().regex(/^\d{2,3}$/),
  timeZone: z.string().min(3).max(60),
  brand: z.strictObject({
    hue: z.number().min(0).max(360),
    chroma: z.number().min(0).max(0.13),
    logoFileKey: z.string().nullable(),
  }),
  hosts: z
    .array(z.string().regex(/^[a-z0-9.-]+(:\d+)?$/))
    .min(1)
    .max(10),
  plan: z.string().max(40),
  /** Modules switched on from the start; absent = everything the plan gives. */
  modules: z.array(z.string().max(40)).max(50).optional(),
});

export type NewRegion = z.infer<typeof newRegion>;

export const provisionSteps = ['record', 'login', 'schema', 'migrations', 'reference', 'isolation', 'active'] as const;

export async function requestProvision(control: Kysely<ControlTables>, input: NewRegion): Promise<void> {
  const wanted = newRegion.parse(input);
  const now = new Date();
  const id = newId();
  await control.transaction().execute(async (tx) => {
    const { slug, name, timeZone, plan, brand } = wanted;
    await tx
      .insertInto('tenant')
      .values({
        id,
        slug,
        name,
        name_en: wanted.nameEn,
        subject_code: wanted.subjectCode,
        state: 'provisioning',
        schema_name: schemaOf(slug),
        // The login's name carries the installation, which only the provisioner knows: the first step writes it.
        role_name: `unnamed ${slug}`,
        time_zone: timeZone,
        brand: jsonb(brand),
        plan,
        created_at: now,
      })
      .execute();
    await tx
      .insertInto('tenant_host')
      .values(wanted.hosts.map((host, position) => ({ host, tenant_id: id, position })))
      .execute();
    const given = await tx.selectFrom('plan_module').select('module').where('plan', '=', plan).execute();
    const modules = wanted.modules ?? given.map((row) => row.module);
    const flags = modules.map((module) => ({ tenant_id: id, module, is_on: true, changed_at: now }));
    if (flags.length > 0) await tx.insertInto('module_flag').values(flags).execute();
    await tx
      .insertInto('provision_step')
      .values(provisionSteps.map((step) => ({ tenant_id: id, step, state: 'waiting' as const })))
      .execute();
  });
}

/** Takes up a region whose last step failed: the worker finds it by its waiting steps. */
export async function resumeProvision(control: Kysely<ControlTables>, slug: string): Promise<void> {
  const tenant = await control.selectFrom('tenant').select('id').where('slug', '=', slug).executeTakeFirst();
  if (!tenant) throw notFound();
  await control
    .updateTable('provision_step')
    .set({ state: 'waiting', error: null })
    .where('tenant_id', '=', tenant.id)
    .where('state', 'in', ['failed', 'running'])
    .execute();
}
