// Runs the two steps of an announcement form: check what it would say, then announce; going back keeps all.
import { redirect } from '@remix-run/node';
import type { FormState } from '@zhkh/kernel/http.server';
import type { Context } from '@zhkh/kernel/module.server';
import { announceOutage } from '../../../commands/announce-outage.server.ts';
import type { AnnounceForm } from '../../../domain/schemas.ts';
import { previewOf } from '../../../queries/preview.server.ts';
import type { Check } from '../../../ui/staff/announce-check.tsx';

type Sent = { intent: 'check' | 'edit' | 'announce' } & AnnounceForm;

export async function announceStep(
  ctx: Context,
  sent: Sent,
  where: { companyId: string; list: string },
): Promise<Check | FormState> {
  const { intent, ...form } = sent;
  const input = { ...form, companyId: where.companyId };
  if (intent === 'edit') return asTyped(form);
  if (intent === 'check') return { step: 'check', preview: await previewOf(ctx, input), fields: fieldsOf(form) };
  const { id } = await announceOutage(ctx, input);
  throw redirect(`${where.list}/${id}?done=announced`);
}

function fieldsOf(form: AnnounceForm): [string, string][] {
  return Object.entries(form).flatMap(([name, value]) =>
    [value ?? []].flat().map((one): [string, string] => [name, String(one)]),
  );
}

/** A refusal without complaints: the form fills itself from it. */
function asTyped({ services, houses, ...scalars }: AnnounceForm): FormState {
  const values = Object.fromEntries(Object.entries(scalars).map(([name, value]) => [name, value ?? '']));
  return { ok: false, errors: {}, values, lists: { services, houses } };
}
