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
  const rows: string[][] = [['Кто', 'Где', 'Вход', 'Как войти'], ...people.map((one) => row(one, urls.catcher))];
  return [
    `\nЦифровое ЖКХ работает, ${(ms / 1000).toFixed(1)} с. Данные: ${env.DATA_DIR}. Остановить: Ctrl-C\n`,
    table(addresses),
    '',
    ...(people.length > 0 ? [table(rows), '', ...explain(people), ''] : []),
  ].join('\n');
}

/** What all sign-ins share is said once. */
function explain(people: readonly SignIn[]): string[] {
  const passwords = [...new Set(people.map((p) => p.password).filter((p) => p !== null))];
  return [
    ...(passwords.length === 1
      ? [`  Пароль у всех: ${passwords[0]}`]
      : people.filter((p) => p.password).map((p) => `  ${p.login}: ${p.password}`)),
    '  Код второго шага: npm run tenant -- totp ВХОД',
  ];
}

function row({ role, region, address, login, password }: SignIn, catcher: string): string[] {
  const how = password === null ? `код из SMS: ${catcher}` : 'пароль и код';
  return [region ? `${ROLES[role] ?? role}, ${region}` : (ROLES[role] ?? role), address, login, how];
}

const ROLES: Record<string, string> = {
  resident: 'Житель',
  'company-employee': 'Сотрудник УО',
  'company-admin': 'Администратор УО',
  official: 'Сотрудник ведомства',
  'region-admin': 'Администратор региона',
  partner: 'Партнёр',
  operator: 'Оператор платформы',
  support: 'Поддержка платформы',
};

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
