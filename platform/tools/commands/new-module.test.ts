// The generator: names, templates, lists, and what a new module carries.
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { withModule } from './module-lists.ts';
import { fill, namesOf } from './module-template.ts';
import { moduleFiles } from './new-module.ts';

const list =
  "// The modules.\nimport complaints from '@zhkh/complaints/ui';\nimport directory from '@zhkh/directory/ui';\n\nexport const installedUi = [directory, complaints];\n";

it('makes every spelling of a name', () => {
  expect(namesOf('house-polls', 'Опросы')).toMatchObject({
    snake: 'house_polls',
    camel: 'housePolls',
    Pascal: 'HousePolls',
    titleRu: 'Опросы',
    titleEn: 'House polls',
  });
});

it('adds a module to a list once, imports sorted', () => {
  const once = withModule(list, namesOf('house-polls'), 'ui');
  expect(once).toContain(
    "directory/ui';\nimport housePolls from '@zhkh/house-polls/ui';\n\nexport const installedUi = [directory, complaints, housePolls];",
  );
  expect(withModule(once, namesOf('house-polls'), 'ui')).toBe(once);
  const sorted = withModule(list, namesOf('bonus'), 'ui');
  expect(sorted.indexOf('bonus/ui')).toBeLessThan(sorted.indexOf('complaints/ui'));
});

it('keeps only the parts of the apps asked for', () => {
  const template = 'a\n//#portal\nportal {{id}}\n//#end\n//#partner\npartner\n//#end\nb';
  expect(fill(template, namesOf('polls'), ['portal'], {})).toBe('a\nportal polls\nb');
  const either = '//#portal\nhere\n//#else\nnot here\n//#end\nb';
  expect(fill(either, namesOf('polls'), ['portal'], {})).toBe('here\nb');
  expect(fill(either, namesOf('polls'), ['partner'], {})).toBe('not here\nb');
  expect(() => fill('{{nobody}}', namesOf('polls'), [], {})).toThrow(/nobody/);
});

describe('a new module', () => {
  const root = path.resolve(import.meta.dirname, '../../..');
  const made = (apps: string[]) =>
    new Map(moduleFiles(root, namesOf('house-polls', 'Опросы'), apps).map(({ file, text }) => [file, text]));

  it.each([
    ['contract.ts', "defineSlot<Record<string, never>, PageAction>('house-polls-page.link')"],
    ['routes/portal/public/notes.tsx', 'ctx.slots(notesPageLink, {})'],
    ['routes/superadmin/operator/notes.tsx', 'ctx.slots(notesPageLink, {})'],
    ['module.server.ts', "slots: [fillSlot(homeCard, 'house-polls.home', latestNotes)]"],
    ['ui.ts', "slots: [drawSlot(homeCard, 'house-polls.home', 60, HomeCard)]"],
    ['contract.ts', "defineView<ShownNoteRow>('house_polls_note_shown')"],
    ['module.server.ts', 'views: [shownNotes]'],
    ['core/removals.server.ts', "defineWork<'house_polls_removal'>"],
    ['module.server.ts', 'works: [removals]'],
    ['settings.ts', 'export const settingGroups'],
    ['module.server.ts', 'plug(importSource,'],
    ['package.json', '"@zhkh/imports": "0.0.0"'],
    ['README.md', '## Delete what you do not need'],
  ])('has in %s %s', (file, text) => {
    expect(made(['portal', 'superadmin']).get(file)).toContain(text);
  });

  it('carries nothing of an app it was not asked for', () => {
    const files = made(['superadmin']);
    expect([...files.keys()].filter((file) => /portal|partner\/|home-card/.test(file))).toEqual([]);
    expect([...files.values()].filter((text) => /homeCard|HomeCard|resident-home/.test(text))).toEqual([]);
    expect(files.get('module.server.ts')).toContain('slots: [],');
    expect(files.get('ui.ts')).toMatch(/^\/\/ What house-polls adds/);
  });

  it('is filled in everywhere, whatever apps it is for', () => {
    for (const apps of [['portal'], ['partner'], ['superadmin'], ['portal', 'partner', 'superadmin']])
      for (const [file, text] of made(apps)) expect(text, file).not.toMatch(/\{\{\w+\}\}|\/\/#|: "\*"/);
  });
});
