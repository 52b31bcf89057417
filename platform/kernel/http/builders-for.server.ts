// Builders for the pages of a module and of an app.
// Which context they hand over depends on the app the page stands in.
import type { AppName } from '../module/define-ui.ts';
import { gateControl, gateRegion } from './gate.server.ts';
import { createBuilders } from './handlers.server.ts';
import type { Builders, ControlScope, RegionScope } from './handler-types.server.ts';

/** `export const { read, change } = forModule('complaints')` in the module's `http.server.ts`. */
export function forModule(module: string): Builders<RegionScope> {
  return createBuilders<RegionScope & { app: AppName }>({
    module,
    open: async (scope, params) => ({ ctx: await scope.requestContext(params.slug), app: scope.app }),
    gate: (scope, can, http, request) => gateRegion(scope.ctx, module, can, http.app, request),
    warn: (scope, error) => scope.ctx.log.warn({ err: error, module }, 'request failed'),
    t: (scope) => scope.ctx.t,
  });
}

function forControl(): Builders<ControlScope> {
  return createBuilders<ControlScope>({
    module: 'platform',
    open: async (scope) => ({ control: await scope.controlContext() }),
    gate: (scope, can, _http, request) => gateControl(scope.control, can, request),
    warn: (scope, error) => scope.control.log.warn({ err: error }, 'request failed'),
    t: (scope) => scope.control.t,
  });
}

/** Pages of an app as a whole. The portal's get the region's context, the others the control plane's. */
export function forApp(app: 'portal'): Builders<RegionScope>;
export function forApp(app: 'superadmin' | 'partner'): Builders<ControlScope>;
export function forApp(app: AppName): Builders<RegionScope> | Builders<ControlScope> {
  return app === 'portal' ? forModule('platform') : forControl();
}
