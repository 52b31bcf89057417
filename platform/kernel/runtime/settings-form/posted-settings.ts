// Settings as fields of a form and back: text for every field, the strict value out of what was posted, or what is wrong where.
import { isDeepStrictEqual } from 'node:util';
import type { z } from 'zod';
import { leafOf, objectOf, type SettingField } from './describe-settings.ts';

/** Fields of settings are posted as `set.<name>`, boxes of several choices as `set.<name>.<option>`. */
export const POSTED = 'set.';
const BOX_ON = 'on';

export type Posted = Readonly<Record<string, string | undefined>>;

export interface WrongSetting {
  name: string;
  /** `value`: outside its range or not of its kind. `count`: too many or too few lines. `line`: one of the lines, from 1. */
  what: 'value' | 'count' | 'line';
  line?: number;
}

export type ReadSettings = { ok: true; value: Record<string, unknown> } | { ok: false; wrong: WrongSetting[] };

/** The fields of the form that show `value`. */
export function postedOf(fields: readonly SettingField[], value: unknown): Record<string, string> {
  return Object.fromEntries(fields.flatMap((field) => entriesOf(field, leafOf(value, field.name))));
}

function entriesOf(field: SettingField, value: unknown): [string, string][] {
  const name = POSTED + field.name;
  if (field.kind === 'choices') return (value as string[]).map((option) => [`${name}.${option}`, BOX_ON]);
  return [[name, textOf(field, value)]];
}

function textOf({ kind }: SettingField, value: unknown): string {
  if (value === undefined) return '';
  if (kind === 'boolean') return value === true ? 'yes' : 'no';
  if (kind === 'texts') return (value as string[]).join('\n');
  if (kind === 'numbers-by-name')
    return Object.entries(value as Record<string, number>)
      .map(([key, number]) => `${key} = ${number}`)
      .join('\n');
  return String(value);
}

/** Names a form of these fields may post. */
export function postedNames(fields: readonly SettingField[]): Set<string> {
  return new Set(
    fields.flatMap(({ name, kind, options }) =>
      kind === 'choices' ? options.map((option) => `${POSTED}${name}.${option}`) : [POSTED + name],
    ),
  );
}

/** An absent field is an empty one. The schema has the last word; its refusals are told by field. */
export function readPosted(schema: z.ZodType, fields: readonly SettingField[], posted: Posted): ReadSettings {
  const read = fields.map((field) => ({ field, raw: valueFrom(field, posted) }));
  const unread = read.filter(({ raw }) => raw instanceof Unread);
  const value = objectOf(read.filter(({ raw }) => !(raw instanceof Unread)).map(({ field, raw }) => [field.name, raw] as const));
  const parsed = schema.safeParse(value);
  const refused = parsed.success ? [] : parsed.error.issues.map((issue) => wrongOf(fields, issue));
  const wrong = [...unread.map(({ field, raw }) => ({ name: field.name, ...(raw as Unread).where })), ...refused];
  const missing = fields.filter(({ name, optional }) => !optional && leafOf(value, name) === undefined);
  wrong.push(...missing.map(({ name }) => ({ name, what: 'value' as const })));
  if (parsed.success && wrong.length === 0) return { ok: true, value: parsed.data as Record<string, unknown> };
  return { ok: false, wrong: wrong.filter((one, index) => wrong.findIndex(({ name }) => name === one.name) === index) };
}

/** What stands in the field is not of its kind at all. */
class Unread {
  readonly where: Omit<WrongSetting, 'name'>;
  constructor(where: Omit<WrongSetting, 'name'>) {
    this.where = where;
  }
}

function valueFrom(field: SettingField, posted: Posted): unknown {
  const text = posted[POSTED + field.name] ?? '';
  switch (field.kind) {
    case 'choices':
      return field.options.filter((option) => posted[`${POSTED}${field.name}.${option}`] === BOX_ON);
    case 'texts':
      return linesOf(text);
    case 'numbers-by-name':
      return recordFrom(linesOf(text));
    case 'number':
      return text === '' ? undefined : (numberFrom(text) ?? new Unread({ what: 'value' }));
    case 'boolean':
      return text === 'yes' ? true : text === 'no' ? false : undefined;
    case 'choice':
      return text === '' ? undefined : text;
    case 'text':
      return text === '' && field.optional ? undefined : text;
  }
}

const linesOf = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

/** As people write numbers: spaces between thousands, a comma for the fraction. */
function numberFrom(text: string): number | undefined {
  const plain = text.replace(/\s/g, '').replace(',', '.').replace('−', '-');
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : undefined;
}

/** `name = number`, one a line. */
function recordFrom(lines: readonly string[]): Record<string, number> | Unread {
  const entries: [string, number][] = [];
  for (const [index, line] of lines.entries()) {
    const [, key = '', text = ''] = /^(.+?)\s*=\s*([^=]+)$/.exec(line) ?? [];
    const number = numberFrom(text);
    // zod passes over `__proto__`: the person would not learn that the line is gone.
    if (key === '' || key === '__proto__' || number === undefined || entries.some(([name]) => name === key))
      return new Unread({ what: 'line', line: index + 1 });
    entries.push([key, number]);
  }
  return Object.fromEntries(entries);
}

function wrongOf(fields: readonly SettingField[], issue: z.core.$ZodIssue): WrongSetting {
  const path = issue.path.map(String);
  const field = fields.find(({ name }) => `${path.join('.')}.`.startsWith(`${name}.`));
  if (!field) return { name: path.join('.'), what: 'value' };
  const inner = issue.path[field.name.split('.').length];
  const isList = field.kind === 'texts' || field.kind === 'numbers-by-name' || field.kind === 'choices';
  if (!isList) return { name: field.name, what: 'value' };
  if (inner === undefined) return { name: field.name, what: 'count' };
  return { name: field.name, what: 'line', ...(typeof inner === 'number' && { line: inner + 1 }) };
}

/** Only what differs from the defaults: a later default reaches every region that did not choose its own. */
export function ownChoices(schema: z.ZodType, fields: readonly SettingField[], value: unknown): unknown {
  const chosen = changedNames(fields, value, undefined).map((name) => [name, leafOf(value, name)] as const);
  const sparse = objectOf(chosen);
  const again = schema.safeParse(sparse);
  return again.success && isDeepStrictEqual(again.data, value) ? sparse : value;
}

/** Names whose values differ; against undefined: from the defaults. */
export function changedNames(fields: readonly SettingField[], value: unknown, from: unknown): string[] {
  const before = (field: SettingField) => (from === undefined ? field.default : leafOf(from, field.name));
  return fields.filter((field) => !isDeepStrictEqual(leafOf(value, field.name), before(field))).map(({ name }) => name);
}
