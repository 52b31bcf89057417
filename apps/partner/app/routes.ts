// Pages of the partners' app: the cabinet of a business over all its regions, sign-in apart from it.
import { index, layout, type RouteConfig, route } from '@remix-run/route-config';
import { routesAt } from '@zhkh/kernel/routes';
import { installedRoutes } from '../../../modules/installed.routes.ts';
import { authRoutes } from './auth-routes.ts';

export default [
  ...authRoutes,
  layout('layouts/cabinet.tsx', [
    index('routes/home.tsx'),
    route('profile', 'routes/profile.tsx'),
    route('regions', 'routes/regions.tsx'),
    ...installedRoutes.flatMap((module) => routesAt(module, 'partner', 'partner')),
  ]),
] satisfies RouteConfig;
