// tenant list
import { type Command, withRuntime } from '../command.ts';

const list: Command = ({ config, say }) =>
  withRuntime(config, async (runtime) => {
    const { problems } = await runtime.ready();
    for (const tenant of await runtime.tenants.list()) {
      const modules = [...(await runtime.flags.modulesOf(tenant.id))].join(' ');
      say(`${tenant.slug}\t${tenant.state}\t${tenant.plan}\t${tenant.hosts.join(' ')}\t${modules}`);
    }
    for (const problem of problems) say(`! ${problem}`);
    return problems.length === 0 ? 0 : 1;
  });

export default list;
