// Imports on their way and those that wait for a decision, as a list that stays fresh.
import { Card, CardHead, CellBar, List, ListRow, Notice, useFormat } from '@zhkh/ui';
import { useTranslation } from 'react-i18next';
import type { ImportRow } from '../queries/imports.server.ts';
import { ImportState } from './import-state.tsx';
import { useCounts } from './import-words.ts';

export function OpenImports({ runs, slug, silence }: { runs: readonly ImportRow[]; slug: string; silence: string | null }) {
  const { t } = useTranslation('imports');
  const f = useFormat();
  if (runs.length === 0) return null;
  return (
    <Card kind="flush">
      <CardHead title={t('runs.now')} />
      {silence && runs.some((run) => run.state === 'queued') && (
        <Notice tone="soon" title={t('runs.silent')}>
          {t('runs.silentHow', { since: f.shortDateTime(silence) })}
        </Notice>
      )}
      <List>
        {runs.map((run) => (
          <ListRow
            key={run.id}
            to={`/regions/${slug}/imports/${run.id}`}
            over={<ImportState run={run} />}
            title={t(run.title)}
            meta={run.file}
            under={<Under run={run} />}
          />
        ))}
      </List>
    </Card>
  );
}

function Under({ run }: { run: ImportRow }) {
  const { t } = useTranslation('imports');
  const f = useFormat();
  const counts = useCounts();
  if (run.state === 'staged') return <span className="small sub">{counts(run.counts).join(', ') || t('runs.nothingNew')}</span>;
  if (run.phase !== 'reading') return null;
  return (
    <span className="small sub">
      {t('runs.readRows', { count: run.rows, shown: f.number(run.rows) })}
      {run.part !== null && <CellBar part={run.part} />}
    </span>
  );
}
