// Draws the course of one demo complaint from a seeded generator: when it is opened, answered, confirmed.
import type { Status } from '../domain/status.ts';
import type { Random } from './random.ts';
import { comments, performers, refusals } from './stories.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

export interface Life {
  status: Status;
  openedAt: Date | null;
  takenAt: Date | null;
  performer: string;
  answeredAt: Date | null;
  /** When the resident confirmed, refuted or the window closed. */
  endedAt: Date | null;
  refusal: string;
  grade: { grade: number; comment: string } | null;
}

export interface LifeInput {
  filedAt: Date;
  answerDueAt: Date;
  now: Date;
  reactDays: number;
  /** 0 = answers at once, 1 = late most of the time. */
  slowness: number;
  hasCabinet: boolean;
}

/** Steps that would fall into the future have not happened. */
export function liveOf(random: Random, input: LifeInput): Life {
  const { filedAt, now } = input;
  const none = { openedAt: null, takenAt: null, performer: '', answeredAt: null, endedAt: null, refusal: '', grade: null };
  const openedAt = after(filedAt, (0.3 + random.next() * (4 + 30 * input.slowness)) * HOUR);
  const unread = !input.hasCabinet && random.chance(now.getTime() - filedAt.getTime() < 4 * DAY ? 0.6 : 0.06);
  if (openedAt > now || unread) return { ...none, status: input.hasCabinet ? 'delivered' : 'sent' };
  const takenAt = after(openedAt, (0.2 + random.next() * 8) * HOUR);
  const performer = random.pick(performers);
  const term = input.answerDueAt.getTime() - filedAt.getTime();
  const answeredAt = after(takenAt, Math.max(2 * HOUR, term * (0.15 + random.next() * (0.6 + 0.9 * input.slowness))));
  const idle = isRecent(filedAt, now, 20) && random.chance(input.slowness * 0.25);
  if (takenAt > now) return { ...none, status: 'delivered', openedAt };
  if (answeredAt > now || idle) return { ...none, status: 'in_work', openedAt, takenAt, performer };
  const known = { ...none, openedAt, takenAt, performer, answeredAt };
  return { ...known, ...endOf(random, input, answeredAt) };
}

function endOf(random: Random, input: LifeInput, answeredAt: Date): Pick<Life, 'status' | 'endedAt' | 'refusal' | 'grade'> {
  const reactedAt = after(answeredAt, (1 + random.next() * 70) * HOUR);
  const silent = random.chance(0.22);
  const until = after(answeredAt, input.reactDays * DAY);
  if (silent && until <= input.now) return { status: 'expired', endedAt: until, refusal: '', grade: null };
  if (silent || reactedAt > input.now) return { status: 'answered', endedAt: null, refusal: '', grade: null };
  // An old refusal was settled long ago: only fresh ones are still open.
  if (isRecent(reactedAt, input.now, 8) && random.chance(0.2 + 0.3 * input.slowness))
    return { status: 'refuted', endedAt: reactedAt, refusal: random.pick(refusals), grade: null };
  return { status: 'confirmed', endedAt: reactedAt, refusal: '', grade: gradeOf(random, input.slowness) };
}

function gradeOf(random: Random, slowness: number): Life['grade'] {
  if (random.chance(0.35)) return null;
  const grade = Math.max(1, Math.min(5, Math.round(5 - slowness * 2.4 - random.next() * 1.4)));
  return { grade, comment: random.pick(comments[grade] ?? ['']) };
}

const isRecent = (moment: Date, now: Date, days: number) => now.getTime() - moment.getTime() < days * DAY;

const after = (moment: Date, ms: number) => new Date(moment.getTime() + ms);
