// What one module shows the others: events, services, extension points, slots of its pages, views others may join.
import type { z } from 'zod';

/** A fact in the past tense, versioned; ids and small enums only, never personal data. */
export interface EventType<Payload = unknown> {
  /** `complaints.filed@1` */
  name: string;
  schema: z.ZodType<Payload>;
}

export function defineEvent<Payload>(name: string, schema: z.ZodType<Payload>): EventType<Payload> {
  if (!/^[a-z-]+\.[a-z-]+@\d+$/.test(name)) throw new Error(`Event name must look like module.fact@1: ${name}`);
  return { name, schema };
}

/** A token for a question a neighbour answers now. The interface is its type; the module registers the implementation. */
export interface ServiceToken<Service> {
  name: string;
  /** Carries the type only; never set. */
  readonly _type?: Service;
}

export function defineService<Service>(name: string): ServiceToken<Service> {
  return { name };
}

/** A place of a general module where special modules plug in (rating: indicatorSource). */
export interface ExtensionPoint<Plug> {
  name: string;
  /** Modules answer even where they are switched off: for duties that do not end with the switch. */
  evenOff?: boolean;
  readonly _type?: Plug;
}

export function defineExtensionPoint<Plug>(name: string, options: { evenOff?: boolean } = {}): ExtensionPoint<Plug> {
  return { name, ...options };
}

/** A place in the owner's page that other modules fill. */
export interface Slot<Input, Data> {
  /** `house-page.action` */
  readonly name: string;
  /** Who draws the data: the page itself, or each module by a component of its own (`drawSlot` in its `ui.ts`). */
  readonly drawnBy: 'page' | 'module';
  /** Carry types only; never set. */
  readonly input?: Input;
  readonly data?: Data;
}

export function defineSlot<Input, Data>(
  name: string,
  options: { drawnBy: 'page' | 'module' } = { drawnBy: 'page' },
): Slot<Input, Data> {
  if (!/^[a-z-]+\.[a-z-]+$/.test(name)) throw new Error(`Slot name must look like page-name.place: ${name}`);
  return { name, ...options };
}

/** A read-only SQL view of the owner's tables, which modules that name the owner may join. */
export interface PublishedView<Row> {
  readonly name: string;
  readonly row?: Row;
}

export function defineView<Row>(name: string): PublishedView<Row> {
  return { name };
}
