// Plants one breach of every boundary rule into a small copy of the house and holds that the rule catches it.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { cruise, type ICruiseOptions, type ICruiseResult, type IFlattenedRuleSet } from 'dependency-cruiser';
import { afterAll, beforeAll, expect, it } from 'vitest';

interface Rules {
  forbidden: { name: string }[];
  options: ICruiseOptions;
}

const { forbidden, options } = createRequire(import.meta.url)('../../.dependency-cruiser.cjs') as Rules;
const house = mkdtempSync(path.join(os.tmpdir(), 'house-'));
let found: Map<string, string[]>;

/** Rule → the file that breaks it and what it imports; the imported files exist. */
const BREACHES: Record<string, [file: string, target: string]> = {
  'no-relative-way-into-another-package': ['modules/rating/queries/a.server.ts', '../../directory/queries/own.server.ts'],
  'no-closed-door': ['modules/rating/queries/b.server.ts', './nowhere.ts'],
  'platform-knows-nobody': ['platform/kernel/auth/housing.ts', '../../../modules/directory/contract.ts'],
  'kernel-stands-alone': ['platform/kernel/http/page.ts', '../../ui/button.tsx'],
  'ui-is-the-look': ['platform/ui/reader.tsx', '../kernel/db/pool.server.ts'],
  'tools-are-not-the-product': ['modules/rating/commands/start.server.ts', '../../../platform/tools/local/stack.server.ts'],
  'kernel-floor-0-errors': ['platform/kernel/log/up.ts', '../db/pool.server.ts'],
  'kernel-floor-1-db': ['platform/kernel/tenancy/up.ts', '../module/define.ts'],
  'kernel-floor-2-module': ['platform/kernel/module/up.ts', '../auth/session.ts'],
  'kernel-floor-3-audit': ['platform/kernel/files/up.ts', '../runtime/runtime.ts'],
  'kernel-floor-4-runtime': ['platform/kernel/runtime/up.ts', '../http/server.ts'],
  'kernel-floor-5-http': ['platform/kernel/worker/up.ts', '../control-pages/me.ts'],
  'module-room-routes': ['modules/complaints/routes/portal/a.tsx', '../../core/step.server.ts'],
  'module-room-ui': ['modules/complaints/ui/a.tsx', '../commands/step.server.ts'],
  'module-room-commands': ['modules/complaints/commands/a.server.ts', '../queries/step.server.ts'],
  'module-room-queries': ['modules/complaints/queries/a.server.ts', '../delivery/step.server.ts'],
  'module-room-views': ['modules/complaints/views/a.server.ts', '../queries/step.server.ts'],
  'module-room-delivery': ['modules/complaints/delivery/a.server.ts', '../commands/step.server.ts'],
  'module-room-core': ['modules/complaints/core/a.server.ts', '../delivery/step.server.ts'],
  'modules-do-not-know-apps': ['modules/rating/queries/app.server.ts', '../../../apps/portal/app/home.ts'],
  'neighbours-by-contract-only': ['modules/rating/handlers/on-house.server.ts', '../../directory/queries/own.server.ts'],
  'proofs-enter-neighbours-by-the-test-kit': ['modules/rating/prove/load.ts', '../../directory/queries/own.server.ts'],
  'domain-is-pure': ['modules/rating/domain/score.ts', '../queries/own.server.ts'],
  'no-server-in-the-browser': ['modules/rating/ui/table.tsx', '../queries/own.server.ts'],
  'nobody-imports-an-app': ['apps/partner/app/home.ts', '../../portal/app/home.ts'],
  'apps-enter-modules-by-the-lists': ['apps/portal/app/houses.ts', '../../../modules/directory/queries/own.server.ts'],
  'no-circle': ['modules/rating/core/one.ts', './two.ts'],
  'tests-stay-tests': ['modules/rating/commands/rate.server.ts', '../testing/factories.ts'],
  'no-undeclared-package': ['modules/rating/commands/pack.server.ts', 'left-undeclared'],
};

beforeAll(async () => {
  for (const [file, target] of Object.values(BREACHES)) {
    write(file, target);
    if (target.startsWith('.') && !target.includes('nowhere')) write(path.join(path.dirname(file), target));
  }
  write('modules/rating/core/two.ts', './one.ts');
  write('node_modules/left-undeclared/index.js');
  writeFileSync(path.join(house, 'package.json'), '{ "name": "house" }');
  const started = process.cwd();
  process.chdir(house);
  try {
    const rules = { forbidden } as IFlattenedRuleSet;
    const inHouse = { doNotFollow: options.doNotFollow, tsPreCompilationDeps: true, combinedDependencies: true };
    const { output } = await cruise(['platform', 'modules', 'apps'], { ...inHouse, validate: true, ruleSet: rules });
    found = namesByFile(output as ICruiseResult);
  } finally {
    process.chdir(started);
  }
});

afterAll(() => rmSync(house, { recursive: true }));

it('has a planted breach for every rule', () => {
  expect(Object.keys(BREACHES).sort()).toEqual(forbidden.map(({ name }) => name).sort());
});

it.each(Object.entries(BREACHES))('%s catches %o', (rule, [file]) => {
  expect(found.get(file) ?? []).toContain(rule);
});

function write(file: string, target?: string): void {
  const whole = path.join(house, file);
  mkdirSync(path.dirname(whole), { recursive: true });
  const line = target
    ? `import { name } from '${target}';\nexport const own = name;\nexport const name2 = 2;\n`
    : 'export const name = 1;\n';
  writeFileSync(whole, line);
}

function namesByFile({ summary }: ICruiseResult): Map<string, string[]> {
  const names = new Map<string, string[]>();
  for (const { from, rule } of summary.violations) names.set(from, [...(names.get(from) ?? []), rule.name]);
  return names;
}
