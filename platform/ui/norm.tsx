// The quote of a norm: the rule in short words, then act and item. An unverified one says so.
import { noBreak } from '@zhkh/kernel/i18n';
import { useWords } from './words.ts';

export interface NormProps {
  /** «На обращение собственника отвечают за 10 рабочих дней» */
  rule: string;
  /** «Правительство РФ, № 416, пункт 36» */
  source: string;
  href?: string;
  /** The wording is still being checked against the act. */
  preliminary?: boolean;
}

export function Norm({ rule, source, href, preliminary }: NormProps) {
  const t = useWords();
  return (
    <p className="norm small">
      {noBreak(rule)}
      <cite>
        {href ? <a href={href}>{noBreak(source)}</a> : noBreak(source)}
        {preliminary && <> · {t('norm.preliminary')}</>}
      </cite>
    </p>
  );
}
