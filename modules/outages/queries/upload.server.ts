// A checked upload of the own company: what it would announce, in residents' words, and what it would not.
import type { Context } from '@zhkh/kernel/module.server';
import { uploadOf } from '../core/upload.server.ts';
import { wordsOf } from '../core/words.server.ts';
import { headline, shortPeriod, whyText } from '../domain/phrase.ts';
import { iconOf } from '../domain/services.ts';

export interface UploadView {
  id: string;
  fileName: string;
  announced: boolean;
  rows: { line: number; icon: string; title: string; when: string; why: string; houses: number }[];
  refused: { line: number; field: string; reason: string; raw: string }[];
}

const SHOWN = 100;

export async function uploadView(ctx: Context, companyId: string, id: string): Promise<UploadView | null> {
  const upload = await uploadOf(ctx, companyId, id);
  if (!upload) return null;
  const words = wordsOf(ctx);
  return {
    id: upload.id,
    fileName: upload.file_name,
    announced: upload.announced_at !== null,
    rows: upload.rows.slice(0, SHOWN).map((row) => {
      const ends_at = row.endsAt ? new Date(row.endsAt) : null;
      const spoken = {
        ...row,
        state: 'announced' as const,
        starts_at: new Date(row.startsAt),
        ends_at,
        time_zone: ctx.tenant.timeZone,
      };
      return {
        line: row.line,
        icon: iconOf(row.services),
        title: headline(words, spoken),
        when: shortPeriod(words, spoken),
        why: whyText(words, { kind: row.kind, reason_code: row.reasonCode, reason_text: row.reasonText }),
        houses: row.guids.length,
      };
    }),
    refused: upload.refused.map((row) => ({ ...row, reason: words.t(`refused.${row.reason}`) })),
  };
}
