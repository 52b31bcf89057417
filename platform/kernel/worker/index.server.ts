// Door of the worker: delivery of events, jobs, the operator's board, what operators do with rows that ran out of tries.
export { type Board, createBoard } from './board.server.ts';
export { type DrainReport, drainRegion } from './drain.server.ts';
export { discardEvent, type ParkedEvent, parkedEvents, retryEvent } from './parked.server.ts';
export { type RunningWorker, startWorker, type WorkerOptions } from './start-worker.server.ts';
