// Gives hostile files to an importing process and checks process, memory and facts afterwards.
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import path from 'node:path';
import type { Context } from '@zhkh/kernel/module.server';
import type { Addresses } from '../../testing/ground.ts';
import { asTheWorker } from '../as-the-worker.ts';
import { alwaysOn } from '../../testing/ground.ts';
import { differing, factsOf, leftOvers } from '../facts.ts';
import type { HostileFile } from './hostile-file.ts';
import type { Answer, Job } from './import-child.ts';

export interface Outcome {
  files: number;
  done: number;
  refused: Map<string, number>;
  violations: string[];
  /** Resident memory after each file, in their order. */
  megabytes: number[];
  slowest: { title: string; seconds: number };
  /** What each file left the process at, heaviest first. */
  heaviest: { title: string; megabytes: number }[];
}

interface Ground {
  ctx: Context;
  folder: string;
  addresses: Addresses;
}

const tables = alwaysOn.flatMap((module) => module.tables);

export async function runHostile(
  ground: Ground,
  files: readonly HostileFile[],
  options: { plant: boolean; seconds: number; say(line: string): void },
): Promise<Outcome> {
  const outcome: Outcome = {
    files: 0,
    done: 0,
    refused: new Map(),
    violations: [],
    megabytes: [],
    slowest: { title: '', seconds: 0 },
    heaviest: [],
  };
  let child = await importer(ground, options.plant);
  let before = await factsOf(ground.ctx, tables, true);
  let descriptors = 0;
  for (const [at, file] of files.entries()) {
    const filePath = path.join(ground.folder, `hostile-${at}${path.extname(file.fileName)}`);
    await file.write(filePath);
    const started = performance.now();
    const answer = await ask(child, { connector: file.connector, filePath, fileName: file.fileName }, options.seconds);
    const seconds = (performance.now() - started) / 1000;
    rmSync(filePath, { force: true });
    if (seconds > outcome.slowest.seconds) outcome.slowest = { title: file.title, seconds };
    const after = await factsOf(ground.ctx, tables, true);
    if (typeof answer !== 'string') weigh(outcome, file.title, answer.megabytes);
    const blame = (what: string) => outcome.violations.push(`#${at} ${file.title} (${file.connector}): ${what}`);
    count(outcome, answer, blame);
    const touched = differing(before, after);
    if ((typeof answer === 'string' || answer.state !== 'done') && touched.length > 0)
      blame(`half applied: ${touched.join(', ')}`);
    if (typeof answer === 'string') child = await importer(ground, options.plant);
    descriptors = leaks(descriptors, answer, blame);
    before = after;
    if (at % 25 === 24) options.say(`${at + 1} files, ${outcome.megabytes.at(-1)?.toFixed(0)} MB`);
  }
  child.disconnect();
  outcome.violations.push(...(await leftOvers(ground.ctx, tables)));
  return outcome;
}

function count(outcome: Outcome, answer: Answer | 'crash' | 'hang', blame: (what: string) => void): void {
  outcome.files += 1;
  if (typeof answer === 'string') {
    blame(answer);
    return;
  }
  outcome.megabytes.push(answer.megabytes);
  if (answer.state === 'done') outcome.done += 1;
  else if (answer.state === 'thrown') blame(`thrown: ${answer.error}`);
  else {
    const reason = answer.error?.split(':')[0] ?? '?';
    outcome.refused.set(reason, (outcome.refused.get(reason) ?? 0) + 1);
    if (reason === 'internal') blame('refused without a reason');
  }
}

const NAMED = 5;

function weigh(outcome: Outcome, title: string, megabytes: number): void {
  outcome.heaviest = [...outcome.heaviest, { title, megabytes }].toSorted((a, b) => b.megabytes - a.megabytes).slice(0, NAMED);
}

const SPARE = 12;

/** Open files of the process: pools come and go, more than that is a leak. Returns what the next answer is held against. */
function leaks(first: number, answer: Answer | 'crash' | 'hang', blame: (what: string) => void): number {
  if (typeof answer === 'string') return 0;
  if (first > 0 && answer.descriptors > first + SPARE) blame(`${answer.descriptors - first} open files were left`);
  return first === 0 || answer.descriptors > first + SPARE ? answer.descriptors : first;
}

async function importer(ground: Ground, plant: boolean): Promise<ChildProcess> {
  const child = fork(
    path.join(import.meta.dirname, 'import-child.ts'),
    [JSON.stringify(ground.addresses), ...(plant ? ['plant'] : [])],
    { ...asTheWorker, stdio: ['ignore', 'ignore', 'pipe', 'ipc'] },
  );
  child.stderr?.resume();
  await once(child, 'message');
  return child;
}

function ask(child: ChildProcess, job: Job, seconds: number): Promise<Answer | 'crash' | 'hang'> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => {
      end('hang');
      child.kill('SIGKILL');
    }, seconds * 1000);
    const crashed = () => end('crash');
    const answered = (answer: unknown) => end(answer as Answer);
    const end = (answer: Answer | 'crash' | 'hang') => {
      clearTimeout(timer);
      child.off('exit', crashed);
      child.off('message', answered);
      resolve(answer);
    };
    child.once('exit', crashed);
    child.once('message', answered);
    child.send(job);
  });
}
