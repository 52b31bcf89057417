// «Среднесписочная численность работников» (ФНС open data, set sshr): people employed on average, by firm and year.
import { applyYearly } from '../fns/apply-yearly.server.ts';
import { people } from '../fns/fns-values.ts';
import { knownCompanies } from '../fns/known-companies.server.ts';
import { present, yearlyMapper } from '../fns/yearly-row.ts';
import type { XmlConnector } from '@zhkh/imports';

const ELEMENT = 'СведССЧР';

export const sshr: XmlConnector = {
  id: 'sshr',
  kind: 'xml',
  anyOrder: true,
  files: () => [{ kind: 'sshr', entry: /\.xml$/i, roots: ['Файл'], records: ['Документ'] }],
  stage: { stage_staff: ['id', 'company_id', 'year', 'count', 'fact_date', 'published_on', 'import_entry'] },
  mapper: async (run, ctx) =>
    yearlyMapper(run, await knownCompanies(ctx), {
      stage: 'stage_staff',
      element: ELEMENT,
      figures: (document) => ({ count: present(people(document, `${ELEMENT}@КолРаб`), 'КолРаб') }),
    }),
  async apply(_ctx, w, run) {
    const { added, corrected } = await applyYearly(w, run, {
      table: 'company_staff',
      stage: 'stage_staff',
      figures: { count: 'int4' },
    });
    return { staffNew: added, staffChanged: corrected };
  },
};
