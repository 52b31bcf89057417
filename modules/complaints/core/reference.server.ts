// Reads categories and the norms in force; cached for a minute, because every filing needs them.
import { forgetKept, keptFor } from '@zhkh/kernel/db.server';
import type { Context } from '@zhkh/kernel/module.server';
import { localDateOf } from '@zhkh/kernel/time';
import '../db.ts';
import type { Selectable } from 'kysely';
import type { ComplaintCategoryTable, ComplaintNormTable, Priority } from '../db.ts';
import type { Norm } from '../domain/norm.ts';

export interface Category {
  code: string;
  groupCode: string;
  groupName: string;
  icon: string;
  name: string;
  keywords: string;
  priority: Priority;
  answerNorm: string | null;
  repairNorm: string | null;
  repairTitle: string;
  question: string;
  hint: string;
}

export interface Reference {
  categories: readonly Category[];
  category(code: string): Category | undefined;
  /** The norm in force now: the region's own before the federal one. */
  normInForce(code: string): Norm | undefined;
  /** Any norm a complaint was once counted by. */
  norm(id: string | null): Norm | undefined;
}

interface Rows {
  categories: Selectable<ComplaintCategoryTable>[];
  norms: Selectable<ComplaintNormTable>[];
  /** What the rows mean on a day in a language, worked out once. */
  views: Map<string, Reference>;
}

const KEEP_MS = 60_000;

export async function reference(ctx: Context): Promise<Reference> {
  const rows = await keptFor(ctx, KEEP_MS, readRows);
  if (rows.categories.length === 0) forgetKept(ctx, readRows);
  const today = localDateOf(ctx.clock.now(), ctx.tenant.timeZone);
  const key = `${today} ${ctx.locale}`;
  const known = rows.views.get(key) ?? referenceOn(rows, today, ctx.locale);
  rows.views.set(key, known);
  return known;
}

function referenceOn(rows: Rows, today: string, locale: string): Reference {
  const inForce = (row: { valid_from: string; valid_to: string | null }) =>
    row.valid_from <= today && (row.valid_to === null || row.valid_to > today);
  const categories = rows.categories.filter(inForce).map((row) => categoryOf(row, locale));
  const norms = new Map(rows.norms.map((row) => [row.id, normOf(row)]));
  const byCode = new Map<string, string>();
  for (const row of rows.norms.filter(inForce))
    if (!byCode.has(row.code) || row.origin === 'region') byCode.set(row.code, row.id);
  return {
    categories,
    category: (code) => categories.find((category) => category.code === code),
    normInForce: (code) => norms.get(byCode.get(code) ?? ''),
    norm: (id) => (id === null ? undefined : norms.get(id)),
  };
}

async function readRows(ctx: Context): Promise<Rows> {
  const [categories, norms] = await Promise.all([
    ctx.db.selectFrom('complaint_category').selectAll().orderBy('position').execute(),
    ctx.db.selectFrom('complaint_norm').selectAll().orderBy('code').orderBy('version').execute(),
  ]);
  return { categories, norms, views: new Map() };
}

function categoryOf(row: Selectable<ComplaintCategoryTable>, locale: string): Category {
  const en = locale === 'en';
  return {
    code: row.code,
    groupCode: row.group_code,
    groupName: en ? row.group_name_en : row.group_name,
    icon: row.icon,
    name: en ? row.name_en : row.name,
    keywords: en ? row.name_en : row.keywords,
    priority: row.priority,
    answerNorm: row.answer_norm,
    repairNorm: row.repair_norm,
    repairTitle: en ? row.repair_title_en : row.repair_title,
    question: en ? row.question_en : row.question,
    hint: en ? row.hint_en : row.hint,
  };
}

function normOf(row: Selectable<ComplaintNormTable>): Norm {
  return {
    id: row.id,
    code: row.code,
    rule: row.rule,
    ruleEn: row.rule_en,
    act: row.act,
    amount: row.amount,
    unit: row.unit,
    counting: row.counting,
    windowFrom: row.window_from,
    windowTo: row.window_to,
    stopsAt: row.stops_at,
    sure: row.sure,
  };
}
