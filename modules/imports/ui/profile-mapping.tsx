// Columns of the sample file, each with its values, and what becomes of it.
import { Button, Card, Form, Select, TextField } from '@zhkh/ui';
import type { ComponentProps } from 'react';
import { useTranslation } from 'react-i18next';
import { factKinds, type Profile, type ProfileSample } from '../domain/profile.ts';

type State = ComponentProps<typeof Form>['state'];

interface ProfileMappingProps {
  profile: Profile & { sample: ProfileSample };
  /** Ways to find what a row is about. */
  keys: readonly { id: string; title: string }[];
  state: State;
}

export function ProfileMapping({ profile, keys, state }: ProfileMappingProps) {
  const { t } = useTranslation('imports');
  const { sample } = profile;
  return (
    <Card>
      <h2>{t('profiles.mapping')}</h2>
      <p className="small sub">
        {t('profiles.seen', {
          encoding: sample.encoding,
          delimiter: sample.delimiter === '\t' ? t('profiles.tab') : (sample.delimiter ?? t('profiles.noDelimiter')),
          count: sample.columns.length,
        })}
      </p>
      <Form state={state} intent="save">
        <Select
          name="keyColumn"
          label={t('profiles.keyColumn')}
          options={sample.columns.map((column) => ({ value: column.name, label: column.name }))}
          defaultValue={profile.keyColumn}
        />
        <Select
          name="keyKind"
          label={t('profiles.keyKind')}
          options={keys.map(({ id, title }) => ({ value: id, label: t(title) }))}
          defaultValue={profile.keyKind}
        />
        {sample.columns.map((column, index) => (
          <MappedColumn key={column.name} column={column} index={index} profile={profile} />
        ))}
        <div className="actions">
          <Button kind="main">{t('profiles.save')}</Button>
        </div>
      </Form>
    </Card>
  );
}

function MappedColumn({ column, index, profile }: { column: ProfileSample['columns'][number]; index: number; profile: Profile }) {
  const { t } = useTranslation('imports');
  const fact = profile.facts.find((one) => one.column === column.name);
  return (
    <fieldset className="stack stack--2">
      <legend>{column.name}</legend>
      <p className="small sub">
        {column.samples.length > 0 ? t('profiles.samples', { samples: column.samples.join(' · ') }) : t('profiles.noSamples')}
      </p>
      <div className="grid grid--3">
        <Select
          name={`kind${index}`}
          label={t('profiles.kind')}
          options={factKinds.map((value) => ({ value, label: t(`profiles.kinds.${value}`) }))}
          empty={t('profiles.skip')}
          defaultValue={fact?.kind ?? ''}
        />
        <TextField
          name={`label${index}`}
          label={t('profiles.label')}
          optional
          maxLength={120}
          defaultValue={fact?.label ?? column.name}
        />
        <TextField name={`unit${index}`} label={t('profiles.unit')} optional maxLength={20} defaultValue={fact?.unit ?? ''} />
      </div>
    </fieldset>
  );
}
