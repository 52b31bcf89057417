// Where a fact comes from, one click away: the source, its file, its day, the row.
import { useFormat } from '@zhkh/ui';
import { useTranslation } from 'react-i18next';
import { sourceKind } from '../domain/source-kind.ts';
import type { FactSource } from '../queries/house-card.server.ts';

export function SourceDetails({ sources }: { sources: readonly (FactSource | null)[] }) {
  const { t } = useTranslation('directory');
  const f = useFormat();
  const known = sources.filter((source) => source !== null);
  if (known.length === 0) return null;
  const newest =
    known
      .map((source) => source.date ?? '')
      .sort()
      .at(-1) ?? '';
  return (
    <details className="small sub">
      <summary>{newest ? t('source.asOf', { date: f.day(newest) }) : t('source.title')}</summary>
      <ul>
        {known.map((source) => (
          <li key={`${source.connector} ${source.file} ${source.line}`}>
            {t(`source.kinds.${sourceKind(source.connector)}`)}
            {source.date && `, ${t('source.on', { date: f.day(source.date) })}`}
            {source.line !== null && `, ${t('source.line', { line: source.line })}`} ({source.file})
            {source.importId && (
              <>
                , {t('source.import')} <code>{source.importId.slice(0, 13)}</code>
              </>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}

/** One line a file: when several of its rows are shown, no row is named. */
export function distinctSources(sources: readonly (FactSource | null)[]): FactSource[] {
  const files = Map.groupBy(
    sources.filter((source) => source !== null),
    (source) => `${source.connector} ${source.file}`,
  );
  return [...files.values()].flatMap(([first, ...others]) =>
    first ? [{ ...first, line: others.every((other) => other.line === first.line) ? first.line : null }] : [],
  );
}
