// The complaints' manifest: declarations only.
import { houseCountSource } from '@zhkh/directory';
import { personalRecords } from '@zhkh/kernel/auth.server';
import { defineModule, plug } from '@zhkh/kernel/module.server';
import { photoAccess } from '@zhkh/kernel/files.server';
import { complaintAnswered, complaintConfirmed, complaintFiled, complaintRated, complaintRefuted } from './contract.ts';
import { mayOpenPhoto } from './core/photos.server.ts';
import { letters } from './core/letters.server.ts';
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
import { regionNumbers } from './queries/region-numbers.server.ts';
import { residentCard } from './queries/resident-card.server.ts';
import { seed } from './seed.server.ts';
import { settings } from './settings.ts';

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
    { slot: 'resident-home.card', id: 'complaints.mine', load: (ctx) => residentCard(ctx) },
    { slot: 'house-page.panel', id: 'complaints.house', load: (ctx, { houseId = '' }) => houseOpenCount(ctx, houseId) },
    { slot: 'company-page.panel', id: 'complaints.company', load: (ctx, { companyId = '' }) => companyRecord(ctx, companyId) },
    { slot: 'front.numbers', id: 'complaints.region', load: (ctx) => regionNumbers(ctx) },
    { slot: 'nav.counts', id: 'complaints.nav', load: (ctx) => navCounts(ctx) },
    { slot: 'operator-region.stat', id: 'complaints.filed-in-a-day', load: (ctx) => filedInADay(ctx) },
  ],
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
