// Door of the worker: delivery of events, jobs, the operator's board, the list of works.
export { type Board, createBoard } from './board.server.ts';
export { type DrainReport, drainRegion } from './drain.server.ts';
export { worksOf } from './works-of.server.ts';
export { type RunningWorker, startWorker, type WorkerOptions } from './start-worker.server.ts';
