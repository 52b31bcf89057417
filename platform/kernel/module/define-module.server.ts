// The manifest of a module: declarations only. Conformance tests read it; the registry assembles the product from it.
import type { z } from 'zod';
import type { PermissionSet } from './permission-rules.ts';
import type { Context, JobContext, Write } from './context.server.ts';
import type { CommandDefinition } from './define-command.server.ts';
import type { EventType, ExtensionPoint, PublishedView, ServiceToken, Slot } from './define-contract.ts';
import type { Work } from '../work/work-types.ts';
import type { Endpoint } from './endpoint.server.ts';

/** Runs in the transaction that marks the event's row done: exactly once, touches only the region's database. */
export interface EventHandler<Payload = unknown> {
  /** `bonus.on-complaint-filed`: unique, never renamed while rows wait for it. */
  id: string;
  event: EventType<Payload>;
  run(ctx: Context, w: Write, payload: Payload): Promise<void>;
}

export function defineHandler<Payload>(handler: EventHandler<Payload>): EventHandler<Payload> {
  return handler;
}

export interface JobDefinition {
  /** `complaints.deliver` */
  id: string;
  /** Milliseconds one run may take. */
  timeout: number;
  attempts: number;
  /** Cron pattern in the region's zone; the sweep adds one run per region where the module is on. */
  cron?: string;
  /** Also run right after a commit that asked for it by `hint(ctx, id)`. */
  run(ctx: JobContext, signal: AbortSignal): Promise<void>;
}

export function defineJob(job: JobDefinition): JobDefinition {
  return job;
}

/** Server half of a slot: loads what the page or the module's component shows; bounded by a time limit, dropped on failure. */
export interface SlotLoader {
  slot: Slot<unknown, unknown>;
  id: string;
  load(ctx: Context, input: unknown): Promise<unknown>;
}

/** `null` from the loader means «nothing to show». */
export function fillSlot<Input, Data>(
  slot: Slot<Input, Data>,
  id: string,
  load: (ctx: Context, input: NoInfer<Input>) => Promise<NoInfer<Data> | null>,
): SlotLoader {
  return { slot, id, load };
}

export interface ModuleManifest {
  id: string;
  /** i18n keys in the module's namespace. */
  title: string;
  description: string;
  /** Contracts this one cannot work without / uses when they are on. */
  needs: readonly string[];
  uses: readonly string[];
  /** Cannot be switched off and needs no plan (directory). */
  alwaysOn?: boolean;
  /** Codes of the plans that offer it from the day it is installed; operators may change their plans later. */
  plans?: readonly string[];
  /** Switched on in the demo regions of the local mode when they are made. */
  demo?: boolean;
  permissions: PermissionSet;
  settings: z.ZodType;
  /** Group → names of its settings, for the form; words in `settingGroups.<group>`. Every setting stands in one, or there are none. */
  settingGroups?: Readonly<Record<string, readonly string[]>>;
  events: readonly EventType[];
  // biome-ignore lint/suspicious/noExplicitAny: a manifest holds handlers of many payload types; each is checked where it is defined
  handlers: readonly EventHandler<any>[];
  jobs: readonly JobDefinition[];
  /** Tables that are queues, each with its claim, back-off and line on the operators' page of failures. */
  works?: readonly Work[];
  services: readonly ServiceBinding[];
  plugs: readonly PlugBinding[];
  slots: readonly SlotLoader[];
  /** Read-only views of its tables that neighbours may join; typed in its contract. */
  views: readonly PublishedView<unknown>[];
  /** Cookie-less machine endpoints, mounted before Remix. */
  endpoints: readonly Endpoint[];
  /** What it adds to `npm run tenant`. */
  commands?: readonly CommandDefinition[];
  /** Tables the module owns, for conformance and export. */
  tables: readonly string[];
  /** Demo data; must be safe to run twice. */
  seed?(ctx: Context, options: { size: 'small' | 'demo' }): Promise<void>;
}

export interface ServiceBinding {
  token: ServiceToken<unknown>;
  create(ctx: Context): unknown;
}

export interface PlugBinding {
  point: ExtensionPoint<unknown>;
  create(ctx: Context): unknown;
}

export function bindService<S>(token: ServiceToken<S>, create: (ctx: Context) => S): ServiceBinding {
  return { token, create };
}

export function plug<P>(point: ExtensionPoint<P>, create: (ctx: Context) => P): PlugBinding {
  return { point, create };
}

export function defineModule(manifest: ModuleManifest): ModuleManifest {
  return manifest;
}
