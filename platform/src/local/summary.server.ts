// The table `npm start` ends with: where to look and how to get in.
import type { SignIn, Stack } from './stack.server.ts';

export function summary({ urls, signIns, env }: Stack, ms: number): string {
  const people = signIns();
  const regions = [...new Set(people.map((p) => p.region).filter((r) => r !== null && r !== undefined))];
  const addresses: string[][] = [
    ...(regions.length > 0 ? regions : ['tyumen', 'omsk']).map((slug) => [`Портал, ${slug}`, urls.portal(slug)]),
    ['Кабинет партнёра', urls.partner],
    ['Панель оператора', urls.superadmin],
    ['Письма и SMS', urls.catcher],
  ];
  const rows: string[][] = [['Кто', 'Где', 'Вход', 'Чем подтвердить'], ...people.map(row)];
  return [
    `\nЦифровое ЖКХ работает, ${(ms / 1000).toFixed(1)} с. Данные: ${env.DATA_DIR}. Остановить: Ctrl-C\n`,
    table(addresses),
    '',
    ...(people.length > 0 ? [table(rows), ''] : []),
  ].join('\n');
}

function row({ role, region, url, login, secret, how }: SignIn): string[] {
  return [region ? `${role}, ${region}` : role, url, login, [secret, how].filter(Boolean).join(' · ')];
}

function table(rows: string[][]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((r) => (r[column] ?? '').length)));
  return rows
    .map(
      (r) =>
        `  ${r
          .map((cell, i) => cell.padEnd(widths[i] ?? 0))
          .join('  ')
          .trimEnd()}`,
    )
    .join('\n');
}
