// A mapping profile begins with a file: its columns are kept with samples, nothing is mapped yet.
import { jsonb, newId } from '@zhkh/kernel/db.server';
import { invalid } from '@zhkh/kernel/errors';
import type { Context } from '@zhkh/kernel/module.server';
import { limitsOf } from '../read/source/limits.ts';
import { SourceError } from '../read/source/source-error.ts';
import { peekTable } from '../read/peek-table.server.ts';
import type { Profile, ProfileSample } from '../domain/profile.ts';
import { targetById } from '../run/profile-targets.server.ts';
import type { ImportsSettings } from '../settings.ts';

export async function createProfile(
  ctx: Context,
  input: Pick<Profile, 'title' | 'origin' | 'target'> & { filePath: string },
): Promise<string> {
  const target = targetById(ctx, input.target);
  const sample = await peek(ctx, input.filePath);
  const id = newId();
  const now = ctx.clock.now();
  await ctx.write(async (w) => {
    await w.db
      .insertInto('import_profile')
      .values({
        id,
        code: codeOf(id),
        title: input.title,
        origin: input.origin,
        target: input.target,
        key_kind: target.keys[0]?.id ?? '',
        key_column: sample.columns[0]?.name ?? '',
        facts: jsonb([]),
        sample: jsonb(sample),
        created_at: now,
        updated_at: now,
      })
      .execute();
    await w.audit('imports.profile-created', { type: 'import_profile', id }, { title: input.title });
  });
  return id;
}

async function peek(ctx: Context, filePath: string): Promise<ProfileSample> {
  try {
    return await peekTable(filePath, limitsOf(await ctx.settings<ImportsSettings>('imports')));
  } catch (error) {
    if (error instanceof SourceError)
      throw invalid('imports.unreadable', { fields: { file: { key: 'imports:errors.unreadable' } } });
    throw error;
  }
}

/** Letters only, told by the random end of the id: connectors are named so. */
function codeOf(id: string): string {
  const digits = Array.from(id.replaceAll('-', '').slice(-12));
  return `p${digits.map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 16))).join('')}`;
}
