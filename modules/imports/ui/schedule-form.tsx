// The form of a new schedule.
import { Button, Card, Form, Select, TextField } from '@zhkh/ui';
import type { ComponentProps } from 'react';
import { useTranslation } from 'react-i18next';
import { SCHEDULE_KINDS, SCHEDULE_TIMES } from '../domain/schedule-forms.ts';

interface ScheduleFormProps {
  sources: readonly { id: string; title: string }[];
  hosts: readonly string[];
  state: ComponentProps<typeof Form>['state'];
}

export function ScheduleForm({ sources, hosts, state }: ScheduleFormProps) {
  const { t } = useTranslation('imports');
  const times = ['night', 'hour', 'week', 'month'].map((name, at) => ({
    value: SCHEDULE_TIMES[at] ?? '',
    label: t(`schedule.times.${name}`),
  }));
  return (
    <Card>
      <h2>{t('schedule.add')}</h2>
      <Form state={state} intent="add">
        <div className="grid grid--2">
          <Select
            name="connector"
            label={t('runs.source')}
            options={sources.map(({ id, title }) => ({ value: id, label: t(title) }))}
          />
          <Select
            name="kind"
            label={t('schedule.from')}
            options={SCHEDULE_KINDS.map((kind) => ({ value: kind, label: t(`schedule.kinds.${kind}`) }))}
          />
        </div>
        <TextField
          name="address"
          label={t('schedule.address')}
          help={t('schedule.addressHelp', { hosts: hosts.join(', ') })}
          inputMode="url"
        />
        <div className="grid grid--2">
          <Select name="time" label={t('schedule.when')} options={[...times, { value: 'own', label: t('schedule.times.own') }]} />
          <Select
            name="mode"
            label={t('schedule.what')}
            options={(['load', 'check'] as const).map((mode) => ({ value: mode, label: t(`schedule.modes.${mode}`) }))}
          />
        </div>
        <TextField name="ownCron" label={t('schedule.own')} help={t('schedule.ownHelp')} optional />
        <div className="actions">
          <Button kind="main">{t('schedule.save')}</Button>
        </div>
      </Form>
    </Card>
  );
}
