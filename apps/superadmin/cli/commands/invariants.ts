// tenant invariants [SLUG]: the views `invariant_*` of each region must be empty, and its audit chain whole.
import { verifyAudit } from '@zhkh/kernel/audit.server';
import { brokenInvariants } from '@zhkh/kernel/tenancy.server';
import type { CommandRun } from '@zhkh/kernel/module.server';
import { withRuntime } from '../with-runtime.ts';

const invariants: CommandRun = ({ config, args, print }) =>
  withRuntime(config, async (runtime) => {
    const regions = (await runtime.tenants.list()).filter((tenant) => !args[0] || tenant.slug === args[0]);
    let broken = 0;
    for (const tenant of regions) {
      const db = runtime.dbOf(tenant);
      for (const { view, rows } of await brokenInvariants(db)) {
        broken += 1;
        print(`${tenant.slug}\t${view}\t${rows} rows`);
      }
      const chain = await verifyAudit(db);
      if (chain.brokenAt !== null) {
        broken += 1;
        print(`${tenant.slug}\taudit chain is broken at ${chain.brokenAt}`);
      }
    }
    if (broken === 0) print(`${regions.length} regions, nothing broken`);
    return broken === 0 ? 0 : 1;
  });

export default invariants;
