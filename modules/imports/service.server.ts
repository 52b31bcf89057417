// Imports as their neighbours see them: the contract over this module's commands and queries.
import type { Context } from '@zhkh/kernel/module.server';
import { readUploadedTable } from './commands/read-uploaded-table.ts';
import { refuseRows } from './commands/refuse-rows.server.ts';
import { saveProfile } from './commands/save-profile.server.ts';
import type { Imports } from './contract.ts';
import { lastRuns } from './queries/last-runs.server.ts';
import { alone, runImport } from './run/run-import.server.ts';

export function createImports(ctx: Context): Imports {
  return {
    run: (input) => runImport(ctx, input),
    lastRuns: (connectors) => lastRuns(ctx, connectors),
    refuseRows,
    readTable: readUploadedTable,
    saveProfile: (input) => saveProfile(ctx, input),
    alone: (name, work) => alone(ctx, name, work),
  };
}
