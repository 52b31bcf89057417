// Saves which column finds the house or company and which columns become facts.
import { jsonb } from '@zhkh/kernel/db.server';
import { invalid, notFound } from '@zhkh/kernel/errors';
import type { Context } from '@zhkh/kernel/module.server';
import type { ProfileFact } from '../domain/profile.ts';
import { profileById } from '../queries/profiles.server.ts';
import { targetById } from '../run/profile-targets.server.ts';

export async function saveMapping(
  ctx: Context,
  input: { profileId: string; keyColumn: string; keyKind: string; facts: readonly ProfileFact[] },
): Promise<void> {
  const profile = await profileById(ctx, input.profileId);
  if (!profile) throw notFound('imports.profile-not-found');
  if (!profile.sample.columns.some((column) => column.name === input.keyColumn)) throw refused('keyColumn', 'key-column');
  if (!targetById(ctx, profile.target).keys.some((key) => key.id === input.keyKind)) throw refused('keyKind', 'key-kind');
  if (input.facts.length === 0) throw refused('kind0', 'no-facts');
  await ctx.write(async (w) => {
    await w.db
      .updateTable('import_profile')
      .set({ key_column: input.keyColumn, key_kind: input.keyKind, facts: jsonb([...input.facts]), updated_at: ctx.clock.now() })
      .where('id', '=', input.profileId)
      .execute();
    await w.audit('imports.profile-mapped', { type: 'import_profile', id: input.profileId }, { facts: input.facts.length });
  });
}

function refused(field: string, reason: string) {
  return invalid(`imports.${reason}`, { fields: { [field]: { key: `imports:errors.${reason}` } } });
}
