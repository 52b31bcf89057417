// The manifest of imports: declarations only. Always on, needs nobody; sources plug in.
import { bindService, defineModule } from '@zhkh/kernel/module.server';
import { imports, importSourceView } from './contract.ts';
import './db.ts';
import { fetchSources } from './jobs/fetch-sources.server.ts';
import { runImports } from './jobs/run-imports.server.ts';
import { scheduledImports } from './jobs/scheduled-imports.server.ts';
import { sweepImports } from './jobs/sweep-imports.server.ts';
import { permissions } from './permissions.ts';
import { createImports } from './service.server.ts';
import { settings } from './settings.ts';

export default defineModule({
  id: 'imports',
  title: 'imports:title',
  description: 'imports:description',
  needs: [],
  uses: [],
  alwaysOn: true,
  permissions,
  settings,
  events: [],
  handlers: [],
  jobs: [fetchSources, runImports, scheduledImports, sweepImports],
  services: [bindService(imports, createImports)],
  plugs: [],
  slots: [],
  endpoints: [],
  tables: ['import_failed_row', 'import_profile', 'import_run', 'source_schedule'],
  views: [importSourceView],
});

/** For the regions' command line and for tests of neighbours. */
export { applyImport, runImport } from './run/run-import.server.ts';
export { sourceIdsOf } from './run/sources-of.server.ts';
export type { ImportProgress, ImportReport } from './connector.ts';
