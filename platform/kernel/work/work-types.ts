// Types of work as a row: the columns every work table has, the definition, and what defineWork gives.
import type { RawBuilder, Selectable } from 'kysely';
import type { TenantDb, TenantTables, TenantTransaction } from '../db/tables/index.server.ts';
import type { WorkState } from '../db/tables/kernel.server.ts';
import type { Context, JobContext, Write } from '../module/context.server.ts';
import type { RetryPlan } from './retry-plan.ts';

/** Waiting rows with a lease are in somebody's hands; parked ones wait for an operator. */
export type { WorkState };

/** Columns of every work table. Works of hold `lease` also have `doubts`: how often it stayed unknown whether the effect happened. */
export interface WorkRow {
  id: string;
  state: string;
  tries: number;
  next_try_at: Date | null;
  lease_until: Date | null;
  last_error: string | null;
}

/** What tells a claim from a later one of the same row. */
export type Hold = Pick<WorkRow, 'id' | 'tries'>;

export type WorkTable = {
  [Table in keyof TenantTables]: Selectable<TenantTables[Table]> extends WorkRow ? Table : never;
}[keyof TenantTables];

export type RowOf<Table extends WorkTable> = WorkRow & Selectable<TenantTables[Table]>;

/** A row in this worker's hands. `abandoned`: a worker before it took the row and never came back. */
export type Claimed<Row> = Row & { abandoned: boolean };

/** What a failure means; what is left out follows the retry plan. */
export interface Failure {
  reason: string;
  /** Trying again cannot help. */
  park?: boolean;
  /** The effect may have happened. */
  doubt?: boolean;
  /** The fault is not the row's: this try does not count. */
  unspent?: boolean;
  /** Milliseconds until the next try instead of the plan's. */
  wait?: number;
}

export type FailureOutcome = { state: 'waiting'; at: Date; failure: Failure } | { state: 'parked'; failure: Failure };

export type Values<Row> = Partial<Row>;

interface CommonDefinition<Row extends WorkRow> {
  /** `complaints.deliver`: also the id of the job that runs it every minute and on `ctx.hint(id)`. */
  id: string;
  /** i18n key of the name operators read. */
  title: string;
  table: string;
  /** Says in a few words which row it is; SQL over the row, no personal data. */
  subject: RawBuilder<string>;
  /** The rows of the table that are this work, where it holds others too. */
  where?: RawBuilder<boolean>;
  /** Narrows a claim by what is possible right now. */
  ready?(ctx: JobContext): RawBuilder<boolean>;
  retry: RetryPlan;
  /** Milliseconds a claimed row is left alone before another worker takes it. */
  lease?: number;
  /** Rows taken at once. */
  batch?: number;
  /** Column for the moment the row was done or discarded, where the table keeps one. */
  ended?: string;
  /** Explains an error; without it every failure follows the plan with the error's message. */
  judge?(error: unknown, row: Row, now: Date): Failure;
  /** Runs in the transaction that writes a failure down. */
  failed?(ctx: Context, w: Write, row: Row, outcome: FailureOutcome): Promise<void>;
}

/** The rows' effect lies in the region's database: it happens in the transaction that marks them done. */
export interface HeldDefinition<Row extends WorkRow> extends CommonDefinition<Row> {
  hold: 'transaction';
  /** `ctx.db` is the transaction. Rows it settles itself (`postpone`) are left as they are. */
  run?(ctx: Context, w: Write, rows: readonly Row[]): Promise<void>;
  /** Milliseconds to leave a row alone without counting a try; null = run it. */
  putOff?(ctx: Context, row: Row): number | null;
}

/** The row's effect lies outside: it is taken under a lease, and marked done after the effect. */
export interface LeasedDefinition<Row extends WorkRow> extends CommonDefinition<Row> {
  hold: 'lease';
  /** Rows of one batch worked at the same time. */
  atOnce?: number;
  /** Left out where another driver claims the rows (job runs). A row it settles itself is left as it is. */
  run?(ctx: JobContext, row: Claimed<Row>, signal: AbortSignal): Promise<void>;
}

export type WorkDefinition<Row extends WorkRow> = HeldDefinition<Row> | LeasedDefinition<Row>;

export interface ParkedRow {
  id: string;
  subject: string;
  reason: string | null;
  tries: number;
  /** When it was parked. */
  at: Date | null;
}

export interface WorkReport {
  done: number;
  failed: number;
  /** Due rows may be left: the turn ended so that others get theirs. */
  more: boolean;
}

export interface ClaimOptions {
  /** Only this row. */
  id?: string;
  limit?: number;
}

export interface RunOptions {
  signal?: AbortSignal;
  /** Milliseconds after which the turn ends though rows are left. */
  turn?: number;
}

type Db = TenantDb | TenantTransaction;

/** Times are parameters from `ctx.clock`: it alone says what is due and when a lease ends. */
export interface Work<Row extends WorkRow = WorkRow> {
  readonly definition: WorkDefinition<Row>;
  /** Takes due rows; the try counts before the work starts, so work that kills its process counts too. */
  claim(ctx: JobContext, options?: ClaimOptions): Promise<Claimed<Row>[]>;
  /** False = the row was no longer in these hands. */
  done(db: Db, row: Hold, now: Date, values?: Values<Row>): Promise<boolean>;
  /** There is nothing left to do. */
  drop(db: Db, row: Hold, now: Date, values?: Values<Row>): Promise<boolean>;
  fail(db: Db, row: Hold, failure: Failure, now: Date): Promise<FailureOutcome>;
  /** Leaves the row alone until then; the try does not count. */
  postpone(db: Db, row: Hold, until: Date): Promise<void>;
  /** Works until nothing is due. */
  run(ctx: JobContext, options?: RunOptions): Promise<WorkReport>;
  /** For operators: newest first. */
  parked(db: Db, limit: number): Promise<ParkedRow[]>;
  /** Rows by state; the states not asked for stay 0. */
  counts(db: Db, states?: readonly WorkState[]): Promise<Record<WorkState, number>>;
  /** Parked rows go back to work with their tries forgotten: one, or all (null). Answers how many. */
  retry(db: Db, id: string | null, now: Date): Promise<number>;
  /** Takes a parked row out for good. */
  discard(db: Db, id: string, now: Date): Promise<number>;
}
