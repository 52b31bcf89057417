// tenant invariants [SLUG]: the views `invariant_*` of each region must be empty, and its sealed log whole; entries not chained yet are stated.
import { verifyLog } from '@zhkh/kernel/audit.server';
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
      const log = await verifyLog(db);
      if (log.brokenAt !== null) {
        broken += 1;
        print(`${tenant.slug}\tsealed log is broken at ${log.brokenAt}`);
      }
      if (log.unsealed > 0) print(`${tenant.slug}\t${log.unsealed} entries of the log are not sealed yet`);
    }
    if (broken === 0) print(`${regions.length} regions, nothing broken`);
    return broken === 0 ? 0 : 1;
  });

export default invariants;
