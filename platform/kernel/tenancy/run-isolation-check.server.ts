// Asks the catalogue for foreign privileges and keeps the answer for the operator's page.
// The control plane's login is enough.
import type { Config } from '../config/config.ts';
import { openAdmin } from '../db/admin.server.ts';
import { newId } from '../db/ids.ts';
import { checkIsolation, type IsolationReport } from './check-isolation.server.ts';

export async function runIsolationCheck(config: Config): Promise<IsolationReport> {
  const sql = openAdmin(config.database.url);
  try {
    const report = await checkIsolation(sql);
    const detail = JSON.stringify({ ...report, failures: report.failures.slice(0, 100) });
    await sql`insert into isolation_check (id, at, checks, failures, detail)
      values (${newId()}, now(), ${report.checks}, ${report.failures.length}, ${detail}::text::jsonb)`;
    return report;
  } finally {
    await sql.end({ timeout: 2 });
  }
}
