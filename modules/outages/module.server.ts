// The manifest of outages: declarations only.
import { complaintFormNotice } from '@zhkh/complaints';
import { housePagePanel } from '@zhkh/directory';
import { importSource } from '@zhkh/imports';
import { personalRecords } from '@zhkh/kernel/auth.server';
import { defineModule, fillSlot, plug } from '@zhkh/kernel/module.server';
import { homeCard, navigationCounts } from '@zhkh/ui/app-slots';
import { registerColumns } from './connectors/columns.ts';
import { outageReports } from './connectors/outages.server.ts';
import { outageAnnounced, outageChanged, outageEnded } from './contract.ts';
import { tellings } from './core/tellings.server.ts';
import './db.ts';
import { onAnnounced } from './handlers/on-announced.server.ts';
import { onChanged } from './handlers/on-changed.server.ts';
import { onComplaintFiled } from './handlers/on-complaint-filed.server.ts';
import { onEnded } from './handlers/on-ended.server.ts';
import { keepWatch } from './jobs/keep-watch.server.ts';
import { permissions } from './permissions.ts';
import { houseOutages, outagesBeforeFiling } from './queries/house-outages.server.ts';
import { navCounts } from './queries/nav-counts.server.ts';
import { subscriptionRecords } from './queries/personal-records.server.ts';
import { residentCard } from './queries/resident-card.server.ts';
import { seed } from './seed.server.ts';
import { settingGroups, settings } from './settings.ts';

export default defineModule({
  id: 'outages',
  title: 'outages:title',
  description: 'outages:description',
  needs: ['imports', 'directory'],
  uses: ['complaints'],
  plans: ['region', 'region-plus'],
  demo: true,
  permissions,
  settings,
  settingGroups,
  events: [outageAnnounced, outageChanged, outageEnded],
  handlers: [onAnnounced, onChanged, onEnded, onComplaintFiled],
  jobs: [keepWatch],
  works: [tellings],
  services: [],
  plugs: [
    plug(personalRecords, subscriptionRecords),
    plug(importSource, (ctx) => ({
      connector: outageReports(ctx.tenant.timeZone),
      title: 'outages:source',
      template: { columns: registerColumns, help: 'outages:columns' },
    })),
  ],
  slots: [
    fillSlot(housePagePanel, 'outages.house', (ctx, { houseId }) => houseOutages(ctx, houseId)),
    fillSlot(homeCard, 'outages.home', residentCard),
    fillSlot(complaintFormNotice, 'outages.filing', (ctx, { houseId, category }) => outagesBeforeFiling(ctx, houseId, category)),
    fillSlot(navigationCounts, 'outages.nav', navCounts),
  ],
  views: [],
  endpoints: [],
  tables: [
    'outage',
    'outage_change',
    'outage_complaint',
    'outage_house',
    'outage_reader',
    'outage_subscription',
    'outage_telling',
    'outage_upload',
    'stage_outage',
  ],
  seed,
});
