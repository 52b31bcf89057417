// What a spec says of itself: the policy the isolation matrix and the conformance test read.
import type { FormSpec, Schema } from './handler-types.server.ts';
import type { Policy } from './policy.server.ts';
import { isSchema } from './read-form.server.ts';
import { fieldsOf } from './schema-shape.server.ts';

interface Spec {
  can: string;
  params?: Schema;
  query?: Schema;
  form?: FormSpec;
}

const PERMISSION = /^(public|signed-in|[a-z][a-z0-9-]*\.[a-z][a-z0-9-.]*)$/;

export function policyFor(module: string, kind: Policy['kind'], spec: Spec): Policy {
  if (!PERMISSION.test(spec.can))
    throw new Error(`${module} ${kind}: \`can\` must be a permission, public or signed-in, not ${String(spec.can)}`);
  return { can: spec.can, module, kind, params: names(spec.params), query: names(spec.query), form: formNames(spec.form) };
}

const names = (schema: Schema | undefined) => (schema ? [...(fieldsOf(schema)?.keys() ?? [])] : null);

function formNames(form: FormSpec | undefined): Policy['form'] {
  if (!form) return null;
  if (isSchema(form)) return names(form) ?? [];
  return Object.fromEntries(Object.entries(form).map(([intent, schema]) => [intent, names(schema) ?? []]));
}
