// tenant list
import type { CommandRun } from '@zhkh/kernel/module.server';
import { withRuntime } from '../with-runtime.ts';

const list: CommandRun = ({ config, print }) =>
  withRuntime(config, async (runtime) => {
    const { problems } = await runtime.ready();
    for (const tenant of await runtime.tenants.list()) {
      const modules = [...(await runtime.flags.modulesOf(tenant.id))].join(' ');
      print(`${tenant.slug}\t${tenant.state}\t${tenant.plan}\t${tenant.hosts.join(' ')}\t${modules}`);
    }
    for (const problem of problems) print(`! ${problem}`);
    return problems.length === 0 ? 0 : 1;
  });

export default list;
