// Pages of imports per app (read by each app's build).
import { defineRoutes } from '@zhkh/kernel/routes';

export default defineRoutes('imports', import.meta.url, {
  superadmin: [
    { path: 'regions/:slug/imports', file: 'superadmin/imports.tsx', area: 'operator' },
    { path: 'regions/:slug/imports/schedule', file: 'superadmin/schedule.tsx', area: 'operator' },
    { path: 'regions/:slug/imports/templates', file: 'superadmin/templates.tsx', area: 'operator' },
    { path: 'regions/:slug/imports/templates/:templateId/:format', file: 'superadmin/template-file.ts', area: 'operator' },
    { path: 'regions/:slug/imports/profiles', file: 'superadmin/profiles.tsx', area: 'operator' },
    { path: 'regions/:slug/imports/profiles/:profileId', file: 'superadmin/profile.tsx', area: 'operator' },
    { path: 'regions/:slug/imports/:importId', file: 'superadmin/import.tsx', area: 'operator' },
    { path: 'regions/:slug/imports/:importId/failed.csv', file: 'superadmin/failed-rows-csv.ts', area: 'operator' },
  ],
});
