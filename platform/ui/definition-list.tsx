// Pairs «name — value»; `total` puts the last pair under a heavy rule.
import { Fragment, type ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { keptTogether } from './text/kept-together.ts';

export interface Pair {
  name: ReactNode;
  value: ReactNode;
  key?: string;
}

export function DefinitionList({ pairs, left, total }: { pairs: readonly Pair[]; left?: boolean; total?: boolean }) {
  return (
    <dl className={classNames('dl', left && 'dl--left', total && 'dl--total')}>
      {pairs.map((pair, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: pairs have no identity but their place
        <Fragment key={pair.key ?? index}>
          <dt>{keptTogether(pair.name)}</dt>
          <dd>{keptTogether(pair.value)}</dd>
        </Fragment>
      ))}
    </dl>
  );
}
