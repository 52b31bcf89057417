// Reads regions with their hosts from the control plane.
import type { Kysely } from 'kysely';
import type { ControlTables } from '../db/tables/index.server.ts';
import '../db/tables/control.server.ts';
import type { Tenant } from './tenant.ts';

export async function loadTenants(control: Kysely<ControlTables>): Promise<Tenant[]> {
  const [rows, hosts] = await Promise.all([
    control.selectFrom('tenant').selectAll().orderBy('slug').execute(),
    control.selectFrom('tenant_host').selectAll().orderBy('position').execute(),
  ]);
  return rows.map((row) => ({
    id: row.id,
    slug: row.slug,
    name: row.name,
    nameEn: row.name_en,
    subjectCode: row.subject_code,
    state: row.state,
    schema: row.schema_name,
    role: row.role_name,
    timeZone: row.time_zone,
    brand: row.brand,
    hosts: hosts.filter((host) => host.tenant_id === row.id).map((host) => host.host),
    plan: row.plan,
  }));
}
