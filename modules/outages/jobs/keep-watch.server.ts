// Watches outages past their end: reminds the author once, then closes them; deletes old uploads.
import { reachOf } from '@zhkh/kernel/auth.server';
import { type Context, defineJob, type Write } from '@zhkh/kernel/module.server';
import { changeIn, type OutageRow } from '../core/change-outage.server.ts';
import { byClock } from '../core/who.server.ts';
import { wordsOf } from '../core/words.server.ts';
import { headline, momentText } from '../domain/phrase.ts';
import type { OutagesSettings } from '../settings.ts';

const MINUTE = 60_000;
const UPLOAD_LIFE = 14 * 24 * 60 * MINUTE;
const BATCH = 200;

export const keepWatch = defineJob({
  id: 'outages.keep-watch',
  timeout: 5 * 60_000,
  attempts: 3,
  cron: '*/5 * * * *',
  run: async (ctx) => {
    await remindAuthors(ctx);
    await closeForgotten(ctx);
    const before = new Date(ctx.clock.now().getTime() - UPLOAD_LIFE);
    await ctx.write((w) => w.db.deleteFrom('outage_upload').where('created_at', '<', before).execute());
  },
});

function pastEnd(w: Write, before: Date) {
  return w.db
    .selectFrom('outage')
    .selectAll('outage')
    .where('state', '=', 'announced')
    .where('ends_at', '<=', before)
    .orderBy('ends_at')
    .limit(BATCH)
    .forUpdate('outage')
    .skipLocked();
}

export async function remindAuthors(ctx: Context): Promise<void> {
  const { remindAfterMinutes } = await ctx.settings<OutagesSettings>('outages');
  const now = ctx.clock.now();
  await ctx.write(async (w) => {
    const due = await pastEnd(w, new Date(now.getTime() - remindAfterMinutes * MINUTE))
      .whereRef('reminded_revision', '<', 'revision')
      .execute();
    for (const outage of due) {
      await remind(ctx, w, outage);
      await w.db.updateTable('outage').set({ reminded_revision: outage.revision }).where('id', '=', outage.id).execute();
    }
  });
}

async function remind(ctx: Context, w: Write, outage: OutageRow): Promise<void> {
  if (!outage.author_id || !outage.ends_at) return;
  const author = await reachOf(w.db, outage.author_id);
  if (!author?.email) return;
  const words = wordsOf(ctx, author.locale ?? 'ru');
  const { t } = words;
  const cabinet = outage.author_kind === 'authority' ? 'authority' : 'company';
  const params = {
    title: headline(words, outage),
    place: outage.place,
    time: momentText(words, outage.time_zone, outage.ends_at),
    link: `${ctx.origin}/${cabinet}/outages/${outage.id}`,
  };
  await w.notify.letter({
    key: `outages.remind.${outage.id}.${outage.revision}`,
    to: author.email,
    subject: t('remind.subject', params),
    text: [t('remind.text', params), t('remind.do', params), params.link].join('\n\n'),
    purpose: 'outages.remind',
  });
}

/** Residents are not told: nobody knows that the utility is back. */
export async function closeForgotten(ctx: Context): Promise<void> {
  const { closeAfterHours } = await ctx.settings<OutagesSettings>('outages');
  const before = new Date(ctx.clock.now().getTime() - closeAfterHours * 60 * MINUTE);
  await ctx.write(async (w) => {
    const due = await pastEnd(w, before).execute();
    for (const { id } of due)
      await changeIn(ctx, w, { outageId: id, step: 'close', reason: '', who: byClock }, (_row, now) => ({
        closed_at: now,
        closed_by: 'clock',
      }));
  });
}
