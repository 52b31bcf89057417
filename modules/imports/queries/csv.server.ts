// CSV for spreadsheets of Russian offices: a byte order mark, semicolons, no formula a cell could start.

export function csv(fileName: string, rows: readonly (readonly (string | number)[])[]): Response {
  const text = rows.map((row) => row.map(cell).join(';')).join('\r\n');
  return new Response(`\uFEFF${text}\r\n`, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${fileName}"`,
      'Cache-Control': 'no-store',
    },
  });
}

function cell(value: string | number): string {
  const text = typeof value === 'number' ? String(value) : /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[;"\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
