// Step 1: what happened. One's own words find a topic; all topics stand below, by groups.
import '../complaints.css';
import { Form as RouterForm, Link } from '@remix-run/react';
import { Button, Composer, Icon, noBreak, Notice, Page, Slots } from '@zhkh/ui';
import { useState } from 'react';
import { complaintFormNotice } from '../../contract.ts';
import { matchCategories } from '../../domain/match-category.ts';
import type { NewComplaint, Topic } from '../../queries/new-complaint.server.ts';
import { useComplaintWords } from '../use-words.ts';
import { newLink, placeFields } from './new-link.ts';
import { StepHead } from './step-head.tsx';

const OFTEN = ['entrance.light', 'entrance.cleaning', 'lift.stopped', 'heating.cold', 'yard.waste', 'yard.snow'];

export function StepWhat({ page }: { page: Extract<NewComplaint, { view: 'what' }> }) {
  const t = useComplaintWords();
  const [words, setWords] = useState(page.query);
  const fits = words === page.query ? page.fits : matchCategories(words, page.topics);
  const often = OFTEN.flatMap((code) => page.topics.find((topic) => topic.code === code) ?? []);
  const shown = fits.length > 0 ? fits : often;
  return (
    <Page room="steps" gap="5">
      <StepHead n={1} place={page.place} title={t('new.what')} change={newLink({ step: 'house' })} />
      <Slots of={complaintFormNotice} data={page.notices} />
      {page.draft && (
        <Notice
          title={t('new.drafts')}
          icon="document"
          action={<Link to={newLink({ key: page.draft.key, step: 'describe', called: '1' })}>{t('new.draft-open')}</Link>}
        >
          {page.draft.title}
        </Notice>
      )}
      <RouterForm method="get" className="stack stack--5">
        {placeFields(page.place).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {page.key && <input type="hidden" name="key" value={page.key} />}
        <SearchWords value={words} onChange={setWords} />
        <fieldset>
          <legend className="label legend-gap">
            <span role="status">{fits.length > 0 ? t('new.fits') : words.trim() === '' ? t('new.often') : t('new.nothing')}</span>
          </legend>
          <div className="choices choices--2">
            {shown.map((topic) => (
              <TopicChoice key={topic.code} topic={topic} chosen={page.chosen} />
            ))}
          </div>
        </fieldset>
        <AllTopics topics={page.topics} shown={shown} chosen={page.chosen} />
        <Composer>
          <Button kind="main" wide>
            {t('new.next-describe')}
          </Button>
        </Composer>
      </RouterForm>
    </Page>
  );
}

function SearchWords({ value, onChange }: { value: string; onChange: (words: string) => void }) {
  const t = useComplaintWords();
  return (
    <div className="field">
      <label htmlFor="q" className="vh">
        {t('new.search')}
      </label>
      <div className="withicon">
        <Icon name="search" />
        <input
          className="input"
          id="q"
          name="q"
          value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
          aria-describedby="q-help"
          maxLength={200}
          autoComplete="off"
        />
      </div>
      <p className="help" id="q-help">
        {t('new.search-help')}
      </p>
      <noscript>
        <Button wide>{t('new.find')}</Button>
      </noscript>
    </div>
  );
}

function TopicChoice({ topic, chosen }: { topic: Topic; chosen: string | null }) {
  return (
    <label className="choice choice--tile">
      <input type="radio" name="category" value={topic.code} defaultChecked={topic.code === chosen} />
      <Icon name={topic.icon} size="l" />
      <span className="choice__title">{noBreak(topic.name)}</span>
    </label>
  );
}

function AllTopics({ topics, shown, chosen }: { topics: readonly Topic[]; shown: readonly Topic[]; chosen: string | null }) {
  const t = useComplaintWords();
  const rest = topics.filter((topic) => !shown.some((one) => one.code === topic.code));
  const groups = [...new Map(rest.map((topic) => [topic.groupCode, topic.groupName]))];
  return (
    <details open={chosen !== null && rest.some((topic) => topic.code === chosen)}>
      <summary className="btn btn--quiet btn--wide">{t('new.all')}</summary>
      <div className="stack stack--5">
        {groups.map(([code, name]) => (
          <fieldset key={code}>
            <legend className="label legend-gap">{name}</legend>
            <div className="choices">
              {rest
                .filter((topic) => topic.groupCode === code)
                .map((topic) => (
                  <label key={topic.code} className="choice">
                    <input type="radio" name="category" value={topic.code} defaultChecked={topic.code === chosen} />
                    <Icon name={topic.icon} size="l" />
                    <span className="choice__title">{noBreak(topic.name)}</span>
                  </label>
                ))}
            </div>
          </fieldset>
        ))}
      </div>
    </details>
  );
}
