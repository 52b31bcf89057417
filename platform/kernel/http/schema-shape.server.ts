// Looks into a zod schema for what a form may hold: names of its fields and which of them take several values.
import type { z } from 'zod';

interface Def {
  type: string;
  shape?: Record<string, z.ZodType>;
  in?: z.ZodType;
  innerType?: z.ZodType;
  options?: z.ZodType[];
  left?: z.ZodType;
  right?: z.ZodType;
}

const defOf = (schema: z.ZodType) => schema._zod.def as unknown as Def;

const known = new WeakMap<z.ZodType, Map<string, boolean> | null>();

/** Field → takes several values. Null when the schema is not an object in any form. Schemas never change: each is looked into once. */
export function fieldsOf(schema: z.ZodType): Map<string, boolean> | null {
  const found = known.get(schema);
  if (found !== undefined) return found;
  const fields = lookInto(schema);
  known.set(schema, fields);
  return fields;
}

function lookInto(schema: z.ZodType): Map<string, boolean> | null {
  const def = defOf(schema);
  if (def.shape) return new Map(Object.entries(def.shape).map(([name, field]) => [name, isList(field)]));
  const parts = def.options ?? [def.in ?? def.innerType ?? def.left, def.right].filter((part) => part !== undefined);
  const found = parts.map((part) => fieldsOf(part)).filter((fields) => fields !== null);
  return found.length > 0 ? new Map(found.flatMap((fields) => [...fields])) : null;
}

function isList(schema: z.ZodType): boolean {
  const def = defOf(schema);
  if (def.type === 'array' || def.type === 'set') return true;
  const inner = def.in ?? def.innerType;
  return inner ? isList(inner) : false;
}
