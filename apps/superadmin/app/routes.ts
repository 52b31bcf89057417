// Pages of the operators' app: the regions and what runs under them, sign-in apart from the cabinet.
import { index, layout, type RouteConfig, route } from '@remix-run/route-config';
import { routesAt } from '@zhkh/kernel/routes';
import { installedRoutes } from '../../../modules/installed.routes.ts';
import { authRoutes } from './auth-routes.ts';

export default [
  ...authRoutes,
  layout('layouts/operator.tsx', [
    index('routes/regions.tsx'),
    route('regions/new', 'routes/region-new.tsx'),
    route('regions/:slug', 'routes/region.tsx'),
    route('modules', 'routes/modules.tsx'),
    route('failures', 'routes/failures.tsx'),
    route('queues', 'routes/queues.tsx'),
    route('journal', 'routes/journal.tsx'),
    ...installedRoutes.flatMap((module) => routesAt(module, 'superadmin', 'operator')),
  ]),
] satisfies RouteConfig;
