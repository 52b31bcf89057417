// A table template as a file: its header and one sample row, CSV or XLSX.
import { notFound } from '@zhkh/kernel/errors';
import { templatesOf } from '../../run/templates.server.ts';
import { sampleRows } from '../../cells/sample-rows.ts';
import { templateParams } from '../../domain/profile-forms.ts';
import { loader as read } from '../../http.server.ts';
import { csv } from '../../queries/csv.server.ts';
import { xlsx } from '../../queries/xlsx.server.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export const loader = read({ can: 'imports.manage', params: templateParams }, async ({ ctx, params }) => {
  const template = templatesOf(ctx).find((one) => one.id === params.templateId);
  if (!template) throw notFound('imports.unknown-connector');
  const rows = sampleRows(template);
  if (params.format === 'csv') return csv(`${template.id}.csv`, rows);
  return new Response(new Uint8Array(xlsx(rows)), {
    headers: {
      'Content-Type': XLSX,
      'Content-Disposition': `attachment; filename="${template.id}.xlsx"`,
      'Cache-Control': 'no-store',
    },
  });
});
