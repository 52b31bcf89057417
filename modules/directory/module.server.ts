// The directory's manifest: houses, companies, management, residents' homes. Always on.
import { personalRecords } from '@zhkh/platform/auth.server';
import { bindService, defineModule, plug } from '@zhkh/platform/module.server';
import { directory, managerChanged } from './contract.ts';
import './db.ts';
import { rollManagers } from './jobs/roll-managers.server.ts';
import { permissions } from './permissions.ts';
import { residenceRecords } from './queries/personal-records.server.ts';
import { seed } from './seed.server.ts';
import { createDirectory } from './service.server.ts';
import { settings } from './settings.ts';
import { callsSlot, numbersSlot, plateSlot } from './slots/home.server.ts';

export default defineModule({
  id: 'directory',
  title: 'directory:title',
  description: 'directory:description',
  needs: [],
  uses: [],
  alwaysOn: true,
  permissions,
  settings,
  events: [managerChanged],
  handlers: [],
  jobs: [rollManagers],
  services: [bindService(directory, createDirectory)],
  plugs: [plug(personalRecords, residenceRecords)],
  slots: [plateSlot, callsSlot, numbersSlot],
  endpoints: [],
  tables: [
    'company',
    'house',
    'house_street',
    'import_failed_row',
    'import_run',
    'management',
    'premises',
    'residence',
    'stage_contract',
    'stage_house',
    'stage_point',
    'stage_premises',
    'stage_supplier',
  ],
  seed,
});

/** The import of registers, for the regions' CLI. */
export { connectorIds, runImport } from './connectors/run-import.server.ts';
