// One setting as a field of the form, by the kind of its value.
import { noBreak } from '@zhkh/kernel/i18n';
import { Fieldset, Select, TextArea, TextField, useField } from '@zhkh/ui';
import { useTranslation } from 'react-i18next';
import type { ShownSetting } from '../../queries/module-settings.server.ts';

interface SettingFieldProps {
  setting: ShownSetting;
  /** What stands saved, by names of fields. */
  saved: Record<string, string>;
  /** What was typed before a refusal. */
  typed: Record<string, string> | undefined;
}

export function SettingField({ setting, saved, typed }: SettingFieldProps) {
  const { t } = useTranslation('portal');
  const name = `set.${setting.name}`;
  const value = saved[name] ?? '';
  const look = {
    name,
    label: setting.unit ? `${setting.title}, ${setting.unit}` : setting.title,
    help: noBreak([setting.help, setting.range && t('settings.allowed', { range: setting.range })].filter(Boolean).join('. ')),
    optional: setting.optional,
    defaultValue: value,
  };
  // Drawn anew when another value is saved.
  const key = `${name} ${value}`;
  switch (setting.kind) {
    case 'choices':
      return <Boxes setting={setting} help={look.help} chosen={typed ?? saved} />;
    case 'choice':
      return (
        <Select key={key} {...look} options={setting.options.map((one) => ({ value: one, label: setting.labels[one] ?? one }))} />
      );
    case 'boolean':
      return (
        <Select
          key={key}
          {...look}
          options={(['yes', 'no'] as const).map((one) => ({ value: one, label: t(`settings.${one}`) }))}
        />
      );
    case 'texts':
    case 'numbers-by-name':
      return <TextArea key={key} {...look} rows={Math.min(8, value.split('\n').length + 1)} spellCheck={false} />;
    case 'number':
      return (
        <TextField key={key} {...look} inputMode={setting.whole ? 'numeric' : 'decimal'} autoComplete="off" className="num" />
      );
    case 'text':
      return <TextField key={key} {...look} autoComplete="off" spellCheck={false} />;
  }
}

function Boxes({ setting, help, chosen }: { setting: ShownSetting; help: string; chosen: Record<string, string> }) {
  const name = `set.${setting.name}`;
  const { id, error } = useField(name);
  return (
    <Fieldset id={id} label={setting.title} help={help} error={error}>
      <div className="choices">
        {setting.options.map((option) => (
          <label key={option} className="choice">
            <input type="checkbox" name={`${name}.${option}`} defaultChecked={chosen[`${name}.${option}`] === 'on'} />
            <span className="choice__title">{setting.labels[option]}</span>
          </label>
        ))}
      </div>
    </Fieldset>
  );
}
