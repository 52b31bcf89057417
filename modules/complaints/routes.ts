// Pages of complaints per app (read by each app's build).
import { defineRoutes } from '@zhkh/kernel/routes';

export default defineRoutes('complaints', import.meta.url, {
  portal: [
    { path: 'complaints', file: 'portal/resident/list.tsx', area: 'resident' },
    { path: 'complaints/new', file: 'portal/resident/new.tsx', area: 'resident' },
    { path: 'complaints/:complaintId', file: 'portal/resident/complaint.tsx', area: 'resident' },
    { path: 'company/inbox', file: 'portal/company/inbox.tsx', area: 'company' },
    { path: 'company/inbox/:complaintId', file: 'portal/company/complaint.tsx', area: 'company' },
    { path: 'authority', file: 'portal/authority/overview.tsx', area: 'authority' },
    { path: 'authority/complaints', file: 'portal/authority/list.tsx', area: 'authority' },
    { path: 'authority/complaints.csv', file: 'portal/authority/export.ts', area: 'bare' },
    { path: 'authority/complaints/:complaintId', file: 'portal/authority/complaint.tsx', area: 'authority' },
    { path: 'authority/queue', file: 'portal/authority/queue.tsx', area: 'authority' },
  ],
});
