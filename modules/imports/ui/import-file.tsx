// The file of an import: what it was, and whether the very same one was here before.
import { Link } from '@remix-run/react';
import { Card, CardHead, DefinitionList, Notice, useFormat } from '@zhkh/ui';
import { useTranslation } from 'react-i18next';
import type { ImportPage } from '../queries/import-page.server.ts';
import { useSize } from './import-words.ts';

export function ImportFile({ run, slug }: { run: ImportPage; slug: string }) {
  const { t } = useTranslation('imports');
  const f = useFormat();
  const size = useSize();
  const pairs = [
    { name: t('runs.file'), value: run.file },
    { name: t('runs.date'), value: run.factDate ? f.day(run.factDate) : '–' },
    { name: t('runs.sizeOf'), value: run.bytes > 0 ? size(run.bytes) : '–' },
    ...(run.encoding ? [{ name: t('runs.encoding'), value: [run.encoding, run.delimiter].filter(Boolean).join(' · ') }] : []),
    { name: 'SHA-256', value: run.sha256 ? <Sum hex={run.sha256} /> : '–' },
  ];
  return (
    <Card>
      <CardHead title={t('runs.file')} />
      {run.before && (
        <Notice tone="info">
          {t('runs.same')}{' '}
          <Link to={`/regions/${slug}/imports/${run.before.id}`}>{t('runs.sameOn', { on: f.date(run.before.at) })}</Link>
        </Notice>
      )}
      <DefinitionList pairs={pairs} left />
    </Card>
  );
}

/** May break where a line ends. */
function Sum({ hex }: { hex: string }) {
  return (
    <code className="xs">
      {hex.match(/.{1,8}/g)?.map((part, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one number
        <span key={at}>
          {part}
          <wbr />
        </span>
      ))}
    </code>
  );
}
