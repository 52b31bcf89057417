// Pages of the region's office that belong to no module: its settings, and who may do what.
import { type RouteConfigEntry, route } from '@remix-run/route-config';

export const officeRoutes: RouteConfigEntry[] = [
  route('office/settings', 'routes/office/settings.tsx'),
  route('office/settings/:module', 'routes/office/module-settings.tsx'),
  route('office/roles', 'routes/office/roles.tsx'),
];
