// The fields of an announcement. Works without scripts: style alone hides what a choice does not need.
import { Button, ButtonLink, ChoiceCards, Form, Select, TextArea, TextField } from '@zhkh/ui';
import { kinds, types } from '../../domain/phase.ts';
import { reasonsOf } from '../../domain/reasons.ts';
import { iconOf, serviceCodes } from '../../domain/services.ts';
import type { AnnounceFormView } from '../../queries/announce-form.server.ts';
import { useOutageWords } from '../use-words.ts';

export function AnnounceFields({ base, view, state }: { base: string; view: AnnounceFormView; state: unknown }) {
  const t = useOutageWords();
  return (
    <Form state={state} idempotencyKey={view.key} className="stack stack--5 announce">
      <What />
      <When now={view.now} />
      <Why />
      <Where view={view} />
      <div className="actions">
        <Button kind="main" name="intent" value="check" pendingText={t('new.checking')}>
          {t('new.check')}
        </Button>
        <ButtonLink kind="quiet" to={base}>
          {t('new.leave')}
        </ButtonLink>
      </div>
    </Form>
  );
}

function What() {
  const t = useOutageWords();
  const services = serviceCodes.map((value) => ({ value, label: t(`services.${value}`), icon: iconOf([value]) }));
  return (
    <>
      <ChoiceCards
        name="kind"
        label={t('new.kind')}
        choices={kinds.map((value) => ({ value, label: t(`kinds.${value}`), note: t(`new.kind-note.${value}`) }))}
      />
      <ChoiceCards name="services" label={t('new.services')} type="checkbox" choices={services} columns />
      <Select
        name="type"
        label={t('new.type')}
        options={types.map((value) => ({ value, label: t(`types.${value}`) }))}
        defaultValue="PAUSE"
      />
    </>
  );
}

function When({ now }: { now: string }) {
  const t = useOutageWords();
  return (
    <fieldset>
      <legend className="label legend-gap">{t('new.when')}</legend>
      <div className="grid grid--2">
        <TextField name="startsAt" type="datetime-local" label={t('new.starts')} defaultValue={now} />
        <TextField name="endsAt" type="datetime-local" label={t('new.ends')} help={t('new.ends-help')} />
      </div>
    </fieldset>
  );
}

function Why() {
  const t = useOutageWords();
  const options = kinds.flatMap((kind) =>
    reasonsOf(kind).map((value) => ({ value, label: t(`reasons.${value}`), group: t(`kinds.${kind}`) })),
  );
  const once = options.filter((option, at) => options.findIndex((other) => other.value === option.value) === at);
  return (
    <>
      <Select name="reason" label={t('new.reason')} empty={t('new.reason-empty')} options={once} />
      <TextField name="reasonText" label={t('new.reason-text')} help={t('new.reason-help')} optional maxLength={3000} />
      <TextArea name="info" label={t('new.info')} help={t('new.info-help')} optional rows={3} maxLength={5000} />
    </>
  );
}

function Where({ view }: { view: AnnounceFormView }) {
  const t = useOutageWords();
  const scopes = [
    { value: 'all', label: t('new.scope.all', { count: view.total }) },
    { value: 'filter', label: t('new.scope.filter'), note: t('new.scope.filter-note') },
    { value: 'chosen', label: t('new.scope.chosen') },
  ];
  return (
    <>
      <ChoiceCards name="scope" label={t('new.where')} choices={scopes} />
      <div className="announce__filter">
        <TextField name="filter" label={t('new.filter')} help={t('new.filter-help')} autoComplete="off" />
      </div>
      <div className="announce__chosen">
        <ChoiceCards
          name="houses"
          label={t('new.houses')}
          help={view.total > view.houses.length ? t('new.houses-more', { shown: view.houses.length }) : undefined}
          type="checkbox"
          choices={view.houses.map((house) => ({ value: house.id, label: house.address }))}
          columns
        />
      </div>
    </>
  );
}
