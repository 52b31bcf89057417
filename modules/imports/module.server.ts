// The manifest of imports: declarations only. Always on, needs nobody; sources plug in.
import { bindService, defineModule } from '@zhkh/kernel/module.server';
import { commands } from './cli/commands.server.ts';
import { imports, importSourceView } from './contract.ts';
import './db.ts';
import { fetchSources } from './jobs/fetch-sources.server.ts';
import { runImports } from './jobs/run-imports.server.ts';
import { scheduledImports } from './jobs/scheduled-imports.server.ts';
import { sweepImports } from './jobs/sweep-imports.server.ts';
import { permissions } from './permissions.ts';
import { createImports } from './service.server.ts';
import { settingGroups, settings } from './settings.ts';

export default defineModule({
  id: 'imports',
  title: 'imports:title',
  description: 'imports:description',
  needs: [],
  uses: [],
  alwaysOn: true,
  permissions,
  settings,
  settingGroups,
  events: [],
  handlers: [],
  jobs: [fetchSources, runImports, scheduledImports, sweepImports],
  services: [bindService(imports, createImports)],
  plugs: [],
  slots: [],
  endpoints: [],
  commands,
  tables: ['import_failed_row', 'import_profile', 'import_run', 'source_schedule'],
  views: [importSourceView],
});
