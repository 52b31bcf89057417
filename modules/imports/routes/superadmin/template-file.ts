// A table template as a file: its header and one sample row, CSV or XLSX.
import { notFound } from '@zhkh/kernel/errors';
import { csvOf, download, xlsxOf } from '@zhkh/kernel/export.server';
import { templatesOf } from '../../run/templates.server.ts';
import { sampleRows } from '../../cells/sample-rows.ts';
import { templateParams } from '../../domain/profile-forms.ts';
import { read } from '../../http.server.ts';

export const loader = read({ can: 'imports.manage', params: templateParams }, async ({ ctx, params }) => {
  const template = templatesOf(ctx).find((one) => one.id === params.templateId);
  if (!template) throw notFound('imports.unknown-connector');
  const rows = sampleRows(template);
  return download(template.id, params.format, params.format === 'csv' ? csvOf(rows) : await xlsxOf(rows));
});
