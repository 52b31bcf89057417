// The generator's small parts: names, templates, lists.
import { expect, it } from 'vitest';
import { withModule } from './module-lists.ts';
import { fill, namesOf } from './module-template.ts';

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
  expect(() => fill('{{nobody}}', namesOf('polls'), [], {})).toThrow(/nobody/);
});
