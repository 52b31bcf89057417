// Door of the HTTP rooms: the builders for routes, and the server that mounts them.
export { type Ability, must } from '../auth/ability.server.ts';
export { inTerritory, whereAllowed } from '../auth/where-allowed.server.ts';
export * from '../module/endpoint.server.ts';
export { forApp, forModule } from './builders-for.server.ts';
export { savePhotos, type SavedPhotos } from './save-photos.server.ts';
export type { FileProblem, FormState } from '../errors/form-state.ts';
export { isFormState } from '../errors/form-state.ts';
export { localPath } from '../auth/next-path.ts';
export { type AppServerOptions, createAppServer, type ServerTools } from './create-server.server.ts';
export { type StartOptions, startAppServer } from './start-server.server.ts';
export type { Builders, ChangeInput, ControlScope, FileSpec, ReadInput, RegionScope } from './handler-types.server.ts';
export { newIdempotencyKey } from './idempotency-key.server.ts';
export type { ControlContext, HttpFacts, HttpRuntime, RequestScope, SessionRead } from './load-context.server.ts';
export { collectPolicies, type Policy, type RoutePolicy, routesWithoutPolicy } from './policy.server.ts';
export type { RefusalBody } from './refusals.server.ts';
export type { UploadedFile } from './upload.server.ts';
