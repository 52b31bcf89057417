// The form of a module's settings: a sheet a group, a field a setting, the usual value beside a changed one.
import { Button, Card, Form, type FormState, Notice, TextField, useFormat } from '@zhkh/ui';
import { useTranslation } from 'react-i18next';
import type { SettingGroup, ShownChange, ShownSetting } from '../../queries/module-settings.server.ts';
import { SettingField } from './setting-field.tsx';

interface SettingsFormProps {
  version: number;
  values: Record<string, string>;
  groups: SettingGroup[];
  state: FormState | undefined;
  /** The newest change: whose values a stale form has met. */
  last: ShownChange | undefined;
}

const RESTORE = 'restore-setting';

export function SettingsForm({ version, values, groups, state, last }: SettingsFormProps) {
  const { t } = useTranslation('portal');
  const { version: stale, ...errors } = state?.errors ?? {};
  return (
    <>
      {stale && <Stale last={last} />}
      {state?.intent === 'restore' && <Notice tone="late">{Object.values(errors).join('. ')}</Notice>}
      <Form intent="restore" id={RESTORE} className="" summary={false}>
        <input type="hidden" name="version" value={version} />
      </Form>
      <Form intent="save" state={state && { ...state, errors }} className="stack settings">
        <input type="hidden" name="version" value={version} />
        {groups.map((group) => (
          <Card key={group.id} gap="4">
            {group.title && <h2>{group.title}</h2>}
            <div className="grid grid--2">
              {group.settings.map((setting) => (
                <div key={setting.name} id={`setting-${setting.name}`} className="stack stack--2">
                  <SettingField setting={setting} saved={values} typed={state?.intent === 'save' ? state.values : undefined} />
                  {setting.isChanged && <Usual setting={setting} />}
                </div>
              ))}
            </div>
          </Card>
        ))}
        <Card>
          <TextField name="why" label={t('settings.why')} help={t('settings.whyHelp')} maxLength={300} optional />
          <div className="actions">
            <Button kind="main" pendingText={t('platform:pending.save')}>
              {t('settings.save')}
            </Button>
          </div>
        </Card>
      </Form>
    </>
  );
}

/** The button belongs to the form of restoring, which stands outside this one. */
function Usual({ setting }: { setting: ShownSetting }) {
  const { t } = useTranslation('portal');
  return (
    <p className="small sub">
      {t('settings.default', { value: setting.standing })}{' '}
      <button
        className="linkbtn"
        form={RESTORE}
        name="setting"
        value={setting.name}
        aria-label={t('settings.restoreOf', { title: setting.title })}
      >
        {t('settings.restore')}
      </button>
    </p>
  );
}

function Stale({ last }: { last: ShownChange | undefined }) {
  const { t } = useTranslation('portal');
  const format = useFormat();
  return (
    <Notice tone="late" title={t('settings.staleTitle')} live>
      {last && t('settings.staleText', { who: last.who ?? t('settings.staleNobody'), when: format.shortDateTime(last.at) })}
    </Notice>
  );
}
