// Door of work as a row; modules reach it by the door of the module contract.
export { defineWork } from './define-work.server.ts';
export { doubling, type RetryPlan, waitAfter } from './retry-plan.ts';
export type { Claimed, Failure, FailureOutcome, ParkedRow, RowOf, Work, WorkReport, WorkRow, WorkState } from './work-types.ts';
