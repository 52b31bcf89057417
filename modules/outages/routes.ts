// Pages of outages per app (read by each app's build).
import { defineRoutes } from '@zhkh/kernel/routes';

export default defineRoutes('outages', import.meta.url, {
  portal: [
    { path: 'company/outages', file: 'portal/company/list.tsx', area: 'company' },
    { path: 'company/outages/new', file: 'portal/company/new.tsx', area: 'company' },
    { path: 'company/outages/upload', file: 'portal/company/upload.tsx', area: 'company' },
    { path: 'company/outages/upload/:uploadId', file: 'portal/company/uploaded.tsx', area: 'company' },
    { path: 'company/outages/upload/:uploadId/refused.csv', file: 'portal/company/refused.ts', area: 'bare' },
    { path: 'company/outages/template.csv', file: 'portal/company/template.ts', area: 'bare' },
    { path: 'company/outages/:outageId', file: 'portal/company/outage.tsx', area: 'company' },
    { path: 'authority/outages', file: 'portal/authority/list.tsx', area: 'authority' },
    { path: 'authority/outages.csv', file: 'portal/authority/export.ts', area: 'bare' },
    { path: 'authority/outages/new', file: 'portal/authority/new.tsx', area: 'authority' },
    { path: 'authority/outages/:outageId', file: 'portal/authority/outage.tsx', area: 'authority' },
    { path: 'my-outages', file: 'portal/resident/my-outages.tsx', area: 'resident' },
    { path: 'outages/confirm/:token', file: 'portal/public/confirm.tsx', area: 'bare' },
    { path: 'outages/stop/:token', file: 'portal/public/stop.tsx', area: 'bare' },
  ],
});
