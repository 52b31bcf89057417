// The region's two figures on the front page.
import { Stat, useFormat } from '@zhkh/ui';
import type { RegionNumbers as Data } from '../queries/region-numbers.server.ts';
import { useComplaintWords } from './use-words.ts';

export function RegionNumbers({ data }: { data: Data }) {
  const t = useComplaintWords();
  const format = useFormat();
  return (
    <>
      <Stat label={t('front.solved')} value={format.number(data.solved)} note={t('front.month')} />
      {data.onTime !== null && (
        <Stat label={t('authority.on-time')} value={Math.round(data.onTime * 100)} unit="%" note={t('front.month')} />
      )}
    </>
  );
}
