// Creates regions an operator asked for on a page: the wish is a row, this process has the owner's access.
import type { Runtime } from '../runtime/runtime.server.ts';
import { openOwnerAccess } from '../tenancy/owner-access.server.ts';
import { provisionRegion } from '../tenancy/provision.server.ts';

/** Regions whose next step waits; a failed step waits for the operator's «go on». */
async function wanted(runtime: Runtime): Promise<string[]> {
  const rows = await runtime.control
    .selectFrom('tenant')
    .select('slug')
    .where('state', '=', 'provisioning')
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('provision_step')
            .select('step')
            .whereRef('provision_step.tenant_id', '=', 'tenant.id')
            .where('provision_step.state', '=', 'failed'),
        ),
      ),
    )
    .execute();
  return rows.map((row) => row.slug);
}

export async function provisionPending(runtime: Runtime): Promise<void> {
  if (!runtime.config.database.ownerUrl) return;
  const slugs = await wanted(runtime);
  if (slugs.length === 0) return;
  const access = openOwnerAccess(runtime.config);
  try {
    for (const slug of slugs) {
      await provisionRegion(access, runtime.config, slug).catch((error: unknown) =>
        runtime.log.warn({ tenant: slug, err: error }, 'region could not be brought up'),
      );
    }
  } finally {
    await access.close();
  }
}
