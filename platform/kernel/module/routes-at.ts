// Mounts a module's route files into an app. Runs in the app's build only (app/routes.ts).
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { getAppDirectory, type RouteConfigEntry, route } from '@remix-run/route-config';
import type { AppName } from './define-ui.ts';

export interface ModuleRoute {
  /** URL pattern without a leading slash: `complaints/:complaintId` */
  path: string;
  /** File under the module's `routes/` folder: `portal/resident/new.tsx` */
  file: string;
  /** Which layout of the app the page sits in; the app decides how each looks. */
  area: 'public' | 'resident' | 'company' | 'authority' | 'office' | 'partner' | 'operator' | 'bare';
}

export type ModuleRoutes = Partial<Record<AppName, readonly ModuleRoute[]>> & { id: string; folder: string };

/** `folder` is the module's own directory: pass `import.meta.url`. */
export function defineRoutes(
  id: string,
  moduleUrl: string,
  table: Partial<Record<AppName, readonly ModuleRoute[]>>,
): ModuleRoutes {
  return { id, folder: path.dirname(fileURLToPath(moduleUrl)), ...table };
}

/**
 * The route entries of one module for one app and area.
 * Files are named relative to the app directory: Remix finds a route module only so (stack.md §4.3).
 */
export function routesAt(module: ModuleRoutes, app: AppName, area: ModuleRoute['area']): RouteConfigEntry[] {
  return (module[app] ?? [])
    .filter((entry) => entry.area === area)
    .map((entry) => {
      const file = path
        .relative(getAppDirectory(), path.join(module.folder, 'routes', entry.file))
        .split(path.sep)
        .join('/');
      return route(entry.path, file, { id: routeId(module.id, entry.file) });
    });
}

function routeId(module: string, file: string): string {
  return `${module}/${file.replace(/\.tsx?$/, '')}`;
}
