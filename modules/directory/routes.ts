// Pages of the directory per app (read by each app's build).
import { defineRoutes } from '@zhkh/kernel/routes';

export default defineRoutes('directory', import.meta.url, {
  portal: [
    { path: 'houses', file: 'portal/public/houses.tsx', area: 'public' },
    { path: 'houses/suggest', file: 'portal/public/house-suggest.ts', area: 'bare' },
    { path: 'houses/:houseId', file: 'portal/public/house.tsx', area: 'public' },
    { path: 'companies/:companyId', file: 'portal/public/company.tsx', area: 'public' },
    { path: 'open-data', file: 'portal/public/open-data.tsx', area: 'public' },
    { path: 'my-house', file: 'portal/resident/my-house.tsx', area: 'resident' },
    { path: 'authority/houses', file: 'portal/authority/houses.tsx', area: 'authority' },
    { path: 'authority/houses.csv', file: 'portal/authority/houses-csv.ts', area: 'bare' },
    { path: 'authority/houses.xlsx', file: 'portal/authority/houses-xlsx.ts', area: 'bare' },
    { path: 'authority/companies', file: 'portal/authority/companies.tsx', area: 'authority' },
    { path: 'authority/companies.csv', file: 'portal/authority/companies-csv.ts', area: 'bare' },
    { path: 'authority/companies.xlsx', file: 'portal/authority/companies-xlsx.ts', area: 'bare' },
    { path: 'authority/changes', file: 'portal/authority/changes.tsx', area: 'authority' },
    { path: 'authority/changes.csv', file: 'portal/authority/changes-csv.ts', area: 'bare' },
    { path: 'authority/houses/:houseId', file: 'portal/authority/house.tsx', area: 'authority' },
  ],
  superadmin: [
    { path: 'regions/:slug/imports/matches', file: 'superadmin/matches.tsx', area: 'operator' },
    { path: 'regions/:slug/imports/exchange', file: 'superadmin/exchange.tsx', area: 'operator' },
  ],
});
