// Facts a regional system told through a mapping profile.
import { Card, DefinitionList } from '@zhkh/ui';
import { useTranslation } from 'react-i18next';
import type { MoreFact } from '../queries/more-facts-of.server.ts';
import { distinctSources, SourceDetails } from './source-line.tsx';

export function MoreFacts({ facts }: { facts: readonly MoreFact[] }) {
  const { t } = useTranslation('directory');
  if (facts.length === 0) return null;
  const origins = [...new Set(facts.map((fact) => fact.origin))];
  return (
    <Card>
      <h2>{t('more.title')}</h2>
      {origins.map((origin) => (
        <section key={origin}>
          <h3 className="small sub">{origin}</h3>
          <DefinitionList
            pairs={facts
              .filter((fact) => fact.origin === origin)
              .map((fact) => ({ name: fact.label, value: [fact.value, fact.unit].filter(Boolean).join(' ') }))}
          />
        </section>
      ))}
      <SourceDetails sources={distinctSources(facts.map((fact) => fact.source))} />
    </Card>
  );
}
