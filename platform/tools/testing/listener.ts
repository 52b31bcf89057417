// Lets modules hear their own events: reads back what a use case told its neighbours, whether a neighbour listens or not.
import type { EventType } from '@zhkh/kernel/module';
import { type Context, defineHandler, type ModuleManifest } from '@zhkh/kernel/module.server';

const handlerOf = (event: EventType) => `${event.name} heard`;

/** The same modules, each with a handler for every event of its own; these handlers do nothing. */
export function listening(modules: readonly ModuleManifest[]): ModuleManifest[] {
  return modules.map((module) => ({
    ...module,
    handlers: [
      ...module.handlers,
      ...module.events.map((event) => defineHandler({ id: handlerOf(event), event, run: async () => undefined })),
    ],
  }));
}

/** Payloads of an event told in the context's region, in their order. */
export async function heard<Payload>(ctx: Context, event: EventType<Payload>): Promise<Payload[]> {
  const rows = await ctx.db
    .selectFrom('event_delivery')
    .select('payload')
    .where('handler', '=', handlerOf(event))
    .orderBy('id')
    .execute();
  return rows.map((row) => event.schema.parse(row.payload));
}
