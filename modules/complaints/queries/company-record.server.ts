// How a company answers, for everybody: only numbers, and none while there are few.
import type { Context } from '@zhkh/kernel/module.server';
import { sets } from '../domain/status.ts';

export interface CompanyRecord {
  open: number;
  /** Share of answers in time over half a year; null while there are few. */
  onTime: number | null;
  /** Mean grade; null while there are few. */
  grade: number | null;
  grades: number;
}

const FEW = 5;
const HALF_A_YEAR = 182 * 86_400_000;

export async function companyRecord(ctx: Context, companyId: string): Promise<CompanyRecord> {
  const since = new Date(ctx.clock.now().getTime() - HALF_A_YEAR);
  const [open, answers, grades] = await Promise.all([
    ctx.db
      .selectFrom('complaint')
      .where('company_id', '=', companyId)
      .where('status', 'in', [...sets.company])
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow(),
    ctx.db
      .selectFrom('complaint_answer')
      .where('company_id', '=', companyId)
      .where('complaint_answer.at', '>=', since)
      .where('complaint_answer.in_time', 'is not', null)
      .select((eb) => [
        eb.fn.countAll<number>().as('all'),
        eb.fn.countAll<number>().filterWhere('complaint_answer.in_time', '=', true).as('good'),
      ])
      .executeTakeFirstOrThrow(),
    ctx.db
      .selectFrom('complaint_grade')
      .where('company_id', '=', companyId)
      .where('at', '>=', since)
      .select((eb) => [eb.fn.countAll<number>().as('all'), eb.fn.sum<number | null>('grade').as('sum')])
      .executeTakeFirstOrThrow(),
  ]);
  return {
    open: open.n,
    onTime: answers.all < FEW ? null : answers.good / answers.all,
    grade: grades.all < FEW ? null : Number(grades.sum) / grades.all,
    grades: grades.all,
  };
}
