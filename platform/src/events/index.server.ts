// Door of events: delivery, and what operators do with those that ran out of tries.
export { type DrainReport, drainRegion } from './drain.server.ts';
export { discardEvent, type ParkedEvent, parkedEvents, retryEvent } from './parked.server.ts';
