// Grey lines of the height of what comes; seen only after 300 ms. Never a spinner over a page.
import { useWords } from './words.ts';

export function Skeleton({ still }: { still?: boolean }) {
  const t = useWords();
  return (
    <div
      className={still ? 'card stack stack--3' : 'card stack stack--3 late-in'}
      role="status"
      aria-busy="true"
      aria-label={t('loading')}
    >
      <div className="skeleton skeleton--38" />
      <div className="skeleton skeleton--tall" />
      <div className="skeleton skeleton--64" />
    </div>
  );
}
