// «Сведения о доходах и расходах» (ФНС open data, set revexp): thousands of small XML in one ZIP, a document per firm and year.
import { applyYearly } from '../fns/apply-yearly.server.ts';
import { roubles } from '../fns/fns-values.ts';
import { knownCompanies } from '../fns/known-companies.server.ts';
import { present, yearlyMapper } from '../fns/yearly-row.ts';
import type { XmlConnector } from '@zhkh/imports';

const ELEMENT = 'СведДохРасх';

export const revexp: XmlConnector = {
  id: 'revexp',
  kind: 'xml',
  anyOrder: true,
  files: () => [{ kind: 'revexp', entry: /\.xml$/i, roots: ['Файл'], records: ['Документ'] }],
  stage: { stage_finance: ['id', 'company_id', 'year', 'income', 'expense', 'fact_date', 'published_on', 'import_entry'] },
  mapper: async (run, ctx) =>
    yearlyMapper(run, await knownCompanies(ctx), {
      stage: 'stage_finance',
      element: ELEMENT,
      figures: (document) => ({
        income: present(roubles(document, `${ELEMENT}@СумДоход`), 'СумДоход'),
        expense: present(roubles(document, `${ELEMENT}@СумРасход`), 'СумРасход'),
      }),
    }),
  async apply(_ctx, w, run) {
    const { added, corrected } = await applyYearly(w, run, {
      table: 'company_finance',
      stage: 'stage_finance',
      figures: { income: 'numeric', expense: 'numeric' },
    });
    return { financeNew: added, financeChanged: corrected };
  },
};
