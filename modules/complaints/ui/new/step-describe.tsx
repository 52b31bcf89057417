// Step 2: words and photos. What is typed stays: on the server as a draft, in the browser until it is sent.
import {
  Button,
  Card,
  CardHead,
  Composer,
  DeadlineLine,
  Form,
  Notice,
  Page,
  PhotoPicker,
  StatusPill,
  TextArea,
  TextField,
  Slots,
} from '@zhkh/ui';
import { complaintFormNotice } from '../../contract.ts';
import { BODY_MAX, MAX_PHOTOS } from '../../domain/limits.ts';
import type { NewComplaint } from '../../queries/new-complaint.server.ts';
import type { Similar } from '../../queries/similar-complaints.server.ts';
import { useComplaintWords } from '../use-words.ts';
import { newLink } from './new-link.ts';
import { StepHead } from './step-head.tsx';
import { useLocalDraft } from './use-local-draft.ts';

const FORM = 'complaint-form';

type Describe = Extract<NewComplaint, { view: 'describe' }>;

export function StepDescribe({ page, state }: { page: Describe; state: unknown }) {
  const t = useComplaintWords();
  const restored = useLocalDraft(FORM, page.topic.code);
  const { place, topic, values, key } = page;
  const to = newLink({
    house: place.house,
    address: place.typedAddress,
    category: topic.code,
    called: '1',
    key,
    step: 'describe',
  });
  return (
    <Page room="steps" gap="5">
      <StepHead n={2} place={place} title={t('new.describe')} />
      <Slots of={complaintFormNotice} data={page.notices} />
      {topic.hint && <Notice>{topic.hint}</Notice>}
      {page.similar.length > 0 && <SimilarCard similar={page.similar} />}
      {restored && <Notice live>{t('new.draft-back')}</Notice>}
      <Form
        id={FORM}
        state={state}
        intent="check"
        idempotencyKey={key}
        action={to}
        encType="multipart/form-data"
        className="stack stack--5"
      >
        <Hidden page={page} />
        <TextArea
          name="body"
          label={t('new.body')}
          help={t('new.body-help')}
          rows={5}
          maxLength={BODY_MAX}
          defaultValue={values.body}
        />
        <TextField
          name="place"
          label={t('new.place')}
          help={t('new.place-help')}
          optional
          maxLength={120}
          defaultValue={values.place}
        />
        <KeptPhotos page={page} />
        {page.photos.length < MAX_PHOTOS && (
          <PhotoPicker name="photos" label={t('new.photos')} optional max={MAX_PHOTOS - page.photos.length} />
        )}
        <div className="grid grid--2">
          <TextField name="flat" label={t('new.flat')} optional maxLength={10} defaultValue={values.flat} autoComplete="off" />
          <TextField
            name="contactName"
            label={t('new.name')}
            optional
            maxLength={80}
            defaultValue={values.contactName}
            autoComplete="name"
          />
        </div>
        <Composer>
          <Button kind="main" wide>
            {t('new.next-check')}
          </Button>
        </Composer>
      </Form>
    </Page>
  );
}

function Hidden({ page }: { page: Describe }) {
  return (
    <>
      {page.place.house && <input type="hidden" name="house" value={page.place.house} />}
      {page.place.typedAddress && <input type="hidden" name="typedAddress" value={page.place.typedAddress} />}
      <input type="hidden" name="category" value={page.topic.code} />
    </>
  );
}

function KeptPhotos({ page }: { page: Describe }) {
  const t = useComplaintWords();
  if (page.photos.length === 0) return null;
  return (
    <fieldset>
      <legend className="label legend-gap">{t('new.photos-kept')}</legend>
      <div className="choices choices--2">
        {page.photos.map((photo, index) => (
          <label key={photo.id} className="choice">
            <input type="checkbox" name="drop" value={photo.id} />
            <img src={`/photos/${photo.id}?size=thumb`} alt={photo.alt} width="72" height="72" />
            <span className="small">{t('new.photo-drop', { n: index + 1 })}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function SimilarCard({ similar }: { similar: readonly Similar[] }) {
  const t = useComplaintWords();
  return (
    <Card kind="lamp">
      <CardHead title={t('new.similar')} sub={t('new.similar-sub')} />
      {similar.map((one) => (
        <Card as="div" gap="2" key={one.number}>
          <div className="row">
            <StatusPill kind={one.pill.kind}>{one.pill.text}</StatusPill>
            <span className="push small sub">{one.filedAt}</span>
          </div>
          <h3>{one.title}</h3>
          {one.line && (
            <DeadlineLine meter={one.line.meter} tone={one.line.tone}>
              {one.line.until}
            </DeadlineLine>
          )}
        </Card>
      ))}
    </Card>
  );
}
