// Pages of the portal: its own, and those of the installed modules inside the layout of their area.
import { index, layout, type RouteConfig, route } from '@remix-run/route-config';
import { type ModuleRoute, routesAt } from '@zhkh/kernel/routes';
import { installedRoutes } from '../../../modules/installed.routes.ts';
import { officeRoutes } from './office-routes.ts';
import { authRoutes, employeeRoutes, profileRoutes } from './auth-routes.ts';

const at = (area: ModuleRoute['area']) => installedRoutes.flatMap((module) => routesAt(module, 'portal', area));

export default [
  layout('layouts/public.tsx', [index('routes/home.tsx'), route('kit', 'routes/kit.tsx'), ...profileRoutes, ...at('public')]),
  layout('layouts/resident.tsx', at('resident')),
  layout('layouts/company.tsx', [...employeeRoutes, ...at('company')]),
  layout('layouts/authority.tsx', at('authority')),
  layout('layouts/office.tsx', [...officeRoutes, ...at('office')]),
  layout('layouts/bare.tsx', [...authRoutes, route('offline', 'routes/offline.tsx')]),
  ...at('bare'),
  route('language', 'routes/language.ts'),
  route('manifest.webmanifest', 'routes/manifest.ts'),
  route('photos/:fileId', 'routes/photos.$fileId.ts'),
  route('*', 'routes/not-found.tsx'),
] satisfies RouteConfig;
