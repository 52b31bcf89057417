// «Сообщить об отключении»: the form, or what it would say.
import { PageHead } from '@zhkh/ui';
import type { Check } from './announce-check.tsx';
import type { AnnounceFormView } from '../../queries/announce-form.server.ts';
import '../outages.css';
import { useOutageWords } from '../use-words.ts';
import { AnnounceCheck } from './announce-check.tsx';
import { AnnounceFields } from './announce-fields.tsx';

export function AnnouncePage({ base, view, state }: { base: string; view: AnnounceFormView; state: unknown }) {
  const t = useOutageWords();
  if (isCheck(state)) return <AnnounceCheck check={state} />;
  return (
    <div className="stack page--form">
      <PageHead title={t('new.title')} sub={t('new.sub', { company: view.company })} />
      <AnnounceFields base={base} view={view} state={withoutIntent(state)} />
    </div>
  );
}

const isCheck = (state: unknown): state is Check =>
  typeof state === 'object' && state !== null && 'step' in state && state.step === 'check';

/** Whichever button was pressed, the answer belongs to this one form. */
function withoutIntent(state: unknown): unknown {
  if (typeof state !== 'object' || state === null || !('values' in state)) return state;
  const { intent: _, ...values } = state.values as Record<string, string>;
  return { ...state, intent: undefined, values };
}
