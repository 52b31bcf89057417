// What happened to a house or a company, newest first; each line names its ground and its source.
import { Card, Trail, type TrailStep, useFormat } from '@zhkh/ui';
import { useTranslation } from 'react-i18next';
import type { HistoryItem, Moved } from '../queries/house-history.server.ts';
import { SourceDetails } from './source-line.tsx';
import { useChangeWords } from './use-change-words.ts';

export function History({ items, today }: { items: readonly HistoryItem[]; today: string }) {
  const { t } = useTranslation('directory');
  const f = useFormat();
  const words = useChangeWords();
  const moved = useMovedWords(today);
  if (items.length === 0) return null;
  const steps = items.map((item, index): TrailStep => {
    const title = item.kind === 'moved' ? moved(item) : words.changed(item.field, item.before, item.after);
    const ground = item.kind === 'moved' ? item.document : null;
    return {
      key: `${item.on} ${index}`,
      title,
      ...(item.on > today && { state: 'next' as const }),
      note: (
        <>
          {item.kind === 'changed' && f.day(item.on)}
          {ground && t('history.ground', { document: ground })}
          <SourceDetails sources={[item.source]} />
        </>
      ),
    };
  });
  return (
    <Card id="history">
      <h2>{t('history.title')}</h2>
      <Trail label={t('history.title')} steps={steps} />
    </Card>
  );
}

/** «1 марта 2026 дом перешёл от «А» к «Б»» */
function useMovedWords(today: string) {
  const { t } = useTranslation('directory');
  const f = useFormat();
  const words = useChangeWords();
  return ({ on, from, to, isFirst, exact }: Moved) => {
    const date = f.day(on);
    if (isFirst && to) return t(exact ? 'history.first' : 'history.firstNotLater', { date, to: to.name });
    const what = words.moved(from?.name ?? null, to?.name ?? null, on > today);
    return t(exact ? 'history.onDay' : 'history.notLater', { date, what });
  };
}
