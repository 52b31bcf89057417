// Everything that ran out of tries, over all regions and all works of the kernel and the modules. Newest first.
import type { ControlContext } from '@zhkh/kernel/http.server';
import type { Context, ParkedRow } from '@zhkh/kernel/module.server';
import { dayAndMinute } from '../domain/times.ts';
import { askRegion } from './ask-region.server.ts';
import { regionWorks, worksOfKind } from './region-works.server.ts';

export interface Failure {
  region: string;
  regionName: string;
  /** Id of the work. */
  kind: string;
  kindName: string;
  id: string;
  what: string;
  reason: string;
  tries: number;
  at: string;
}

export interface FailuresPage {
  items: Failure[];
  total: number;
  /** Names of regions that did not answer: their failures are missing from the list, and the page says so. */
  silent: string[];
  regions: { slug: string; name: string }[];
  kinds: { value: string; label: string }[];
}

interface Found extends ParkedRow {
  kind: string;
  title: string;
}

export interface FailureFilter {
  region?: string;
  kind?: string;
}

export async function parkedFailures(
  control: ControlContext,
  filter: FailureFilter,
  page: number,
  pageSize: number,
): Promise<FailuresPage> {
  const regions = await regionsOf(control);
  const asked = regions.filter((region) => !filter.region || region.slug === filter.region);
  const answers = await Promise.all(
    asked.map(async (region) => ({
      region,
      found: await askRegion(control, region.slug, (ctx) => lookup(ctx, filter.kind, page * pageSize)),
    })),
  );
  const all = answers
    .flatMap(({ region, found }) => (found?.rows ?? []).map((row) => ({ region, row })))
    .sort((a, b) => (b.row.at?.getTime() ?? 0) - (a.row.at?.getTime() ?? 0));
  return {
    items: all.slice((page - 1) * pageSize, page * pageSize).map(({ region, row }) => viewOf(control, region, row)),
    total: answers.reduce((sum, answer) => sum + (answer.found?.total ?? 0), 0),
    silent: answers.filter((answer) => answer.found === null).map((answer) => answer.region.name),
    regions,
    kinds: regionWorks.map(({ definition }) => ({ value: definition.id, label: control.t(definition.title) })),
  };
}

function viewOf(control: ControlContext, region: { slug: string; name: string }, row: Found): Failure {
  return {
    region: region.slug,
    regionName: region.name,
    kind: row.kind,
    kindName: control.t(row.title),
    id: row.id,
    what: row.subject,
    reason: row.reason ?? '',
    tries: row.tries,
    at: row.at ? dayAndMinute(row.at, control.locale) : '',
  };
}

async function regionsOf(control: ControlContext): Promise<{ slug: string; name: string }[]> {
  const rows = await control.db
    .selectFrom('tenant')
    .select(['slug', 'name', 'name_en'])
    .where('state', 'in', ['active', 'suspended'])
    .orderBy('name')
    .execute();
  return rows.map((row) => ({ slug: row.slug, name: control.locale === 'en' ? row.name_en : row.name }));
}

async function lookup(ctx: Context, kind: string | undefined, limit: number): Promise<{ rows: Found[]; total: number }> {
  const parts = await Promise.all(
    worksOfKind(kind).map(async (work) => {
      const [rows, counts] = await Promise.all([work.parked(ctx.db, limit), work.counts(ctx.db, ['parked'])]);
      const { id, title } = work.definition;
      return { rows: rows.map((row): Found => ({ ...row, kind: id, title })), parked: counts.parked };
    }),
  );
  return { rows: parts.flatMap((part) => part.rows), total: parts.reduce((sum, part) => sum + part.parked, 0) };
}
