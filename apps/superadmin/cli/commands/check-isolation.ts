// tenant check-isolation
import { runIsolationCheck } from '@zhkh/kernel/tenancy.server';
import type { CommandRun } from '@zhkh/kernel/module.server';

const check: CommandRun = async ({ config, print }) => {
  const report = await runIsolationCheck(config);
  for (const { login, kind, object } of report.failures) print(`${login}\t${kind}\t${object}`);
  print(
    `${report.logins} logins, ${report.schemas} schemas, ${report.checks} privileges asked, ${report.failures.length} foreign`,
  );
  return report.failures.length === 0 ? 0 : 1;
};

export default check;
