// tenant check-isolation
import { runIsolationCheck } from '@zhkh/kernel/tenancy.server';
import type { Command } from '../command.ts';

const check: Command = async ({ config, say }) => {
  const report = await runIsolationCheck(config);
  for (const { login, kind, object } of report.failures) say(`${login}\t${kind}\t${object}`);
  say(`${report.logins} logins, ${report.schemas} schemas, ${report.checks} privileges asked, ${report.failures.length} foreign`);
  return report.failures.length === 0 ? 0 : 1;
};

export default check;
