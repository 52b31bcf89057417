// The complaints' manifest: declarations only.
import { companyPagePanel, houseCountSource, housePageAction, housePagePanel, noHouseAction } from '@zhkh/directory';
import { personalRecords } from '@zhkh/kernel/auth.server';
import { defineModule, fillSlot, plug } from '@zhkh/kernel/module.server';
import { photoAccess } from '@zhkh/kernel/files.server';
import { frontNumbers, homeAction, homeCard, navigationCounts, regionStat } from '@zhkh/ui/app-slots';
import { complaintAnswered, complaintConfirmed, complaintFiled, complaintRated, complaintRefuted } from './contract.ts';
import { mayOpenPhoto } from './core/photos.server.ts';
import { letters } from './delivery/letters.server.ts';
import './db.ts';
import { onManagerChanged } from './handlers/on-manager-changed.server.ts';
import { closeExpired } from './jobs/close-expired.server.ts';
import { deliver } from './jobs/deliver.server.ts';
import { permissions } from './permissions.ts';
import { companyRecord } from './queries/company-record.server.ts';
import { filedInADay } from './queries/filed-in-a-day.server.ts';
import { houseOpenCounts } from './queries/house-open-counts.server.ts';
import { houseOpenCount } from './queries/house-open-count.server.ts';
import { navCounts } from './queries/nav-counts.server.ts';
import { complaintRecords } from './queries/personal-records.server.ts';
import { residentCard } from './queries/resident-card.server.ts';
import { seed } from './seed.server.ts';
import { settingGroups, settings } from './settings.ts';
import { frontFigures } from './slots/front-figures.server.ts';
import { reportFromHome, reportHouse, reportTypedAddress } from './slots/report-links.server.ts';

export default defineModule({
  id: 'complaints',
  title: 'complaints:title',
  description: 'complaints:description',
  needs: ['directory'],
  uses: [],
  plans: ['start', 'region', 'region-plus'],
  demo: true,
  permissions,
  settings,
  settingGroups,
  events: [complaintFiled, complaintAnswered, complaintConfirmed, complaintRefuted, complaintRated],
  handlers: [onManagerChanged],
  jobs: [deliver, closeExpired],
  works: [letters],
  services: [],
  plugs: [
    plug(photoAccess, (ctx) => ({ mayOpen: (fileId) => mayOpenPhoto(ctx, fileId) })),
    plug(personalRecords, complaintRecords),
    plug(houseCountSource, houseOpenCounts),
  ],
  slots: [
    fillSlot(homeAction, 'complaints.report', reportFromHome),
    fillSlot(homeCard, 'complaints.mine', residentCard),
    fillSlot(housePageAction, 'complaints.report-house', reportHouse),
    fillSlot(housePagePanel, 'complaints.house', (ctx, { houseId }) => houseOpenCount(ctx, houseId)),
    fillSlot(noHouseAction, 'complaints.report-typed', reportTypedAddress),
    fillSlot(companyPagePanel, 'complaints.company', (ctx, { companyId }) => companyRecord(ctx, companyId)),
    fillSlot(frontNumbers, 'complaints.region', frontFigures),
    fillSlot(navigationCounts, 'complaints.nav', navCounts),
    fillSlot(regionStat, 'complaints.filed-in-a-day', filedInADay),
  ],
  views: [],
  endpoints: [],
  tables: [
    'complaint',
    'complaint_answer',
    'complaint_category',
    'complaint_delivery',
    'complaint_draft',
    'complaint_event',
    'complaint_grade',
    'complaint_handover',
    'complaint_norm',
    'complaint_photo',
  ],
  seed,
});
