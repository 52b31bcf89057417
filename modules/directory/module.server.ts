// The directory's manifest: houses, companies, management, residents' homes. Always on.
import { importsPage, importSource, profileTarget } from '@zhkh/imports';
import { demoCompany, personalRecords } from '@zhkh/kernel/auth.server';
import { bindService, defineModule, fillSlot, plug } from '@zhkh/kernel/module.server';
import { frontNumbers, homeCalls, homePlate } from '@zhkh/ui/app-slots';
import { commands } from './cli/commands.server.ts';
import { directory, managerChanged } from './contract.ts';
import { profileTargets } from './connectors/profile/targets.server.ts';
import { importSources } from './connectors/registry.server.ts';
import './db.ts';
import './db-changes.ts';
import './db-fns.ts';
import './db-exchange.ts';
import './db-meetings.ts';
import { recordChanges } from './jobs/record-changes.server.ts';
import { exchange, nightlyExchange } from './jobs/exchange.server.ts';
import { rollManagers } from './jobs/roll-managers.server.ts';
import { openDataEndpoints } from './open-data/endpoints.server.ts';
import { importsPages } from './imports-pages.ts';
import { permissions } from './permissions.ts';
import { residenceRecords } from './queries/personal-records.server.ts';
import { findDemoCompany } from './seed/demo-company.server.ts';
import { seed } from './seed.server.ts';
import { createDirectory } from './service.server.ts';
import { settingGroups, settings } from './settings.ts';
import { frontFigures, homeCallsOf, homePlateOf } from './slots/home.server.ts';

export default defineModule({
  id: 'directory',
  title: 'directory:title',
  description: 'directory:description',
  needs: ['imports'],
  uses: [],
  alwaysOn: true,
  permissions,
  settings,
  settingGroups,
  events: [managerChanged],
  handlers: [],
  jobs: [recordChanges, rollManagers, exchange, nightlyExchange],
  services: [bindService(directory, createDirectory)],
  plugs: [
    plug(personalRecords, residenceRecords),
    plug(demoCompany, (ctx) => () => findDemoCompany(ctx)),
    ...importSources.map((source) => plug(importSource, () => source)),
    ...profileTargets.map((target) => plug(profileTarget, () => target)),
    ...importsPages.map((page) => plug(importsPage, () => page)),
  ],
  slots: [
    fillSlot(homePlate, 'directory.plate', (ctx, { accountId }) => homePlateOf(ctx, accountId)),
    fillSlot(homeCalls, 'directory.calls', (ctx, { accountId }) => homeCallsOf(ctx, accountId)),
    fillSlot(frontNumbers, 'directory.numbers', frontFigures),
  ],
  views: [],
  endpoints: openDataEndpoints,
  commands,
  tables: [
    'capital_repair_element',
    'capital_repair_house',
    'capital_repair_work',
    'company',
    'company_fact',
    'company_finance',
    'company_registration',
    'company_sme',
    'company_staff',
    'examination',
    'exchange_order',
    'exchange_request',
    'fact_change',
    'gar_address',
    'gar_house',
    'gar_object',
    'gar_object_text',
    'gar_param',
    'gar_place',
    'gar_registry',
    'gar_type',
    'gis_dictionary',
    'gis_document',
    'gis_organisation',
    'house',
    'house_fact',
    'house_gar',
    'house_match_review',
    'house_street',
    'known_fact',
    'licence',
    'licence_house',
    'management',
    'management_report',
    'offence',
    'precept',
    'premises',
    'register_default',
    'register_view',
    'residence',
    'stage_contract',
    'stage_finance',
    'stage_gar_house',
    'stage_gar_object',
    'stage_gar_param',
    'stage_gar_place',
    'stage_gar_registry',
    'stage_gar_type',
    'stage_house',
    'stage_point',
    'stage_premises',
    'stage_registration',
    'stage_sme',
    'stage_staff',
    'stage_supplier',
    'stage_tabular',
    'street_dictionary',
    'tariff',
    'voting_decision',
    'voting_protocol',
  ],
  seed,
});
