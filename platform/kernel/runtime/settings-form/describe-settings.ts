// Reads a module's settings schema (zod) into a plain list of fields; refuses a kind no form can draw.
import { z } from 'zod';

export type SettingKind = 'number' | 'boolean' | 'choice' | 'text' | 'choices' | 'texts' | 'numbers-by-name';

interface Bounds {
  /** Of a number its value, of a text its length, of a list or record how many it holds. */
  min: number | null;
  max: number | null;
  /** A number without a fraction. */
  whole: boolean;
}

export interface SettingField extends Bounds {
  /** As in the schema; names of nested objects are joined by dots. */
  name: string;
  kind: SettingKind;
  default: unknown;
  options: readonly string[];
  /** May be left empty. */
  optional: boolean;
  /** Bounds of one line of a list or record. */
  item: Bounds | null;
  /** Whose it is: `.meta({ scope: 'installation' })` keeps folders, hosts and bounds of the machine out of a region's hands. */
  scope: 'region' | 'installation';
}

/** What zod tells of a schema in the terms of JSON Schema. */
interface Node {
  type?: string;
  scope?: unknown;
  default?: unknown;
  properties?: Record<string, Node>;
  required?: string[];
  enum?: unknown[];
  items?: Node;
  additionalProperties?: Node | boolean;
  minimum?: number;
  maximum?: number;
  exclusiveMinimum?: number;
  exclusiveMaximum?: number;
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
}

const described = new WeakMap<z.ZodType, SettingField[]>();

/** Schemas never change: each is read once. */
export function describeSettings(schema: z.ZodType): SettingField[] {
  const known = described.get(schema);
  if (known) return known;
  const root = z.toJSONSchema(schema, { io: 'input' }) as Node;
  if (root.type !== 'object') throw new Error('Settings must be an object');
  const fields = fieldsIn(root, '', root.default);
  described.set(schema, fields);
  return fields;
}

/** The settings a region's administrator sees and changes. */
export const regionSettings = (schema: z.ZodType) => describeSettings(schema).filter(({ scope }) => scope === 'region');

function fieldsIn(node: Node, prefix: string, fallback: unknown): SettingField[] {
  return Object.entries(node.properties ?? {}).flatMap(([key, child]) => {
    const name = prefix + key;
    const standing = child.default ?? partOf(fallback, key);
    if (child.properties) return fieldsIn(child, `${name}.`, standing);
    const optional = standing === undefined && !node.required?.includes(key);
    const scope = child.scope === 'installation' ? 'installation' : 'region';
    return [{ ...shapeOf(child, name), name, default: standing, optional, scope }];
  });
}

type Shape = Omit<SettingField, 'name' | 'default' | 'optional' | 'scope'>;

const open: Bounds = { min: null, max: null, whole: false };

function shapeOf(node: Node, name: string): Shape {
  const plain = { options: [], item: null };
  if (node.enum) return { ...open, ...plain, kind: 'choice', options: textsOf(node.enum, name) };
  switch (node.type) {
    case 'boolean':
      return { ...open, ...plain, kind: 'boolean' };
    case 'number':
    case 'integer':
      return { ...boundsOf(node), ...plain, kind: 'number' };
    case 'string':
      return { ...boundsOf(node), ...plain, kind: 'text' };
    case 'array':
      return listOf(node, name);
    case 'object':
      return recordOf(node, name);
    default:
      throw undrawable(name);
  }
}

function listOf(node: Node, name: string): Shape {
  const count = { min: node.minItems ?? null, max: node.maxItems ?? null, whole: true };
  if (node.items?.enum) return { ...count, kind: 'choices', options: textsOf(node.items.enum, name), item: null };
  if (node.items?.type === 'string') return { ...count, kind: 'texts', options: [], item: boundsOf(node.items) };
  throw undrawable(name);
}

function recordOf({ additionalProperties: value }: Node, name: string): Shape {
  if (typeof value === 'object' && (value.type === 'number' || value.type === 'integer'))
    return { ...open, kind: 'numbers-by-name', options: [], item: boundsOf(value) };
  throw undrawable(name);
}

function boundsOf(node: Node): Bounds {
  if (node.type === 'string') return { min: node.minLength ?? null, max: node.maxLength ?? null, whole: true };
  const whole = node.type === 'integer';
  const min = node.minimum ?? (whole && node.exclusiveMinimum !== undefined ? node.exclusiveMinimum + 1 : null);
  const max = node.maximum ?? (whole && node.exclusiveMaximum !== undefined ? node.exclusiveMaximum - 1 : null);
  return { min: said(min, Number.MIN_SAFE_INTEGER), max: said(max, Number.MAX_SAFE_INTEGER), whole };
}

/** An integer without bounds of its own has those of the machine: nothing to tell a person. */
const said = (bound: number | null, machine: number) => (bound === machine ? null : bound);

function textsOf(values: readonly unknown[], name: string): string[] {
  if (!values.every((value) => typeof value === 'string')) throw undrawable(name);
  return values as string[];
}

const undrawable = (name: string) => new Error(`Setting ${name}: no form can draw this kind`);

/** The value under a dotted name. */
export function leafOf(value: unknown, name: string): unknown {
  return name.split('.').reduce(partOf, value);
}

function partOf(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined;
}

/** An object of the values under their dotted names; what is undefined is left out. */
export function objectOf(leaves: Iterable<readonly [string, unknown]>): Record<string, unknown> {
  const root: Record<string, unknown> = {};
  for (const [name, value] of leaves) {
    if (value === undefined) continue;
    const keys = name.split('.');
    const last = keys.pop() ?? '';
    const place = keys.reduce((at, key) => (at[key] ??= {}) as Record<string, unknown>, root);
    place[last] = value;
  }
  return root;
}
