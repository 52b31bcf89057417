// A round of one operation: ask about what the region knows, wait for answers, put them through an import like a file's.
import { invalid } from '@zhkh/kernel/errors';
import type { Context, JobContext } from '@zhkh/kernel/module.server';
import { isoDateIn } from '../../domain/season.ts';
import { type ImportReport, imports } from '@zhkh/imports';
import type { Patience } from './ask-now.server.ts';
import { type Collected, collectAnswers, type Round } from './collect-answers.server.ts';
import { openClient } from './connection.server.ts';
import { connectorIdOf } from './exchange-connector.server.ts';
import { fetchDictionaries } from './names/fetch-dictionaries.server.ts';
import { fetchDocuments } from './names/fetch-documents.server.ts';
import { fetchOrganisations } from './names/fetch-organisations.server.ts';
import type { Operation, Period } from './operation.ts';
import { operationById } from './operations/index.server.ts';
import { markEnded, openRequests, planRound } from './request-log.server.ts';
import { openAnswerFiles } from './answer-files.server.ts';

export interface RunExchange {
  operation: string;
  /** Days (YYYY-MM-DD); unless told, the last three months and the next one. */
  from?: string;
  to?: string;
  dryRun?: boolean;
  /** How long answers are waited for; what is not ready stays under way for the next run. */
  patienceMs?: number;
  /** First pause between two questions; it grows up to `mostMs`. */
  firstMs?: number;
  mostMs?: number;
  signal?: AbortSignal;
}

export interface ExchangeReport {
  operation: string;
  /** Requests taken up by this run: answered, answered with nothing, refused, and those still under way. */
  answered: number;
  empty: number;
  failed: number;
  waiting: number;
  /** Null when there was nothing to load. */
  import: ImportReport | null;
}

/** Throws `invalid` for an unknown operation, `unavailable` when the region has no connection, `conflict` when another run is at it. */
export async function runExchange(ctx: JobContext, input: RunExchange): Promise<ExchangeReport> {
  const operation = operationById(input.operation);
  if (!operation) throw invalid('directory.unknown-operation', { params: { operation: input.operation } });
  const { client, close } = openClient(ctx);
  try {
    return await ctx.service(imports).alone(`exchange ${operation.id}`, async () => {
      const files = await openAnswerFiles();
      try {
        return await runRound({ ctx, operation, client, patience: patienceOf(input), files }, input);
      } finally {
        await files.remove();
      }
    });
  } finally {
    close();
  }
}

async function runRound(round: Round, input: RunExchange): Promise<ExchangeReport> {
  const { ctx, operation, client, patience } = round;
  if (operation.dictionaries) await fetchDictionaries(ctx, client, patience, operation.dictionaries);
  if (operation.needs === 'organisations') await fetchOrganisations(ctx, client, patience);
  let requests = await openRequests(ctx, operation.id);
  if (requests.length === 0) {
    await planRound(ctx, operation.id, await operation.plan(ctx, periodOf(ctx, input)));
    requests = await openRequests(ctx, operation.id);
  }
  const collected = await collectAnswers(round, requests);
  const order = requests.map((request) => request.id);
  const loaded = await load(round, collected, order, input.dryRun ?? false);
  const count = (state: string) => collected.ended.filter((one) => one.state === state).length;
  return {
    operation: operation.id,
    answered: count('done'),
    empty: count('empty'),
    failed: count('failed'),
    waiting: collected.waiting,
    import: loaded,
  };
}

async function load(round: Round, collected: Collected, order: readonly string[], dryRun: boolean): Promise<ImportReport | null> {
  const { ctx, operation, client, patience, files } = round;
  const told = collected.ended.filter((one) => one.state !== 'empty');
  if (operation.needs === 'documents' && collected.documents.size > 0)
    await fetchDocuments(ctx, client, patience, [...collected.documents]);
  if (operation.needs === 'organisations' && collected.organisations.size > 0)
    await fetchOrganisations(ctx, client, patience, [...collected.organisations]);
  const { file, lines } = await files.join(order);
  const report =
    told.length === 0
      ? null
      : await ctx.service(imports).run({
          connector: connectorIdOf(operation),
          filePath: file,
          fileName: nameOf(
            operation,
            told.map((one) => one.id),
          ),
          factDate: isoDateIn(ctx.clock.now(), ctx.tenant.timeZone),
          dryRun,
          ...(patience.signal && { signal: patience.signal }),
        });
  await markEnded(
    ctx,
    report?.importId ?? null,
    collected.ended.map((one) => ({ ...one, lines: lines.get(one.id) ?? null })),
  );
  return report;
}

/** Stands where a file's name stands: which operation said it, in which message. */
function nameOf(operation: Operation, messages: readonly string[]): string {
  return messages.length === 1
    ? `${operation.action}, MessageGUID ${messages[0]}`
    : `${operation.action}, ${messages.length} MessageGUID`;
}

function patienceOf(input: RunExchange): Patience {
  return {
    firstMs: input.firstMs ?? 1000,
    mostMs: input.mostMs ?? 30_000,
    until: performance.now() + (input.patienceMs ?? 20 * 60_000),
    wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    ...(input.signal && { signal: input.signal }),
  };
}

function periodOf(ctx: Context, { from, to }: RunExchange): Period {
  const today = ctx.clock.now().getTime();
  const day = (offset: number) => isoDateIn(new Date(today + offset * 86_400_000), ctx.tenant.timeZone);
  return { from: from ?? day(-90), to: to ?? day(30) };
}
