// Fields of a new region, with a plate that shows its colour as it is chosen.
import { Fieldset, Select, TextArea, TextField } from '@zhkh/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

export interface Choices {
  zones: readonly string[];
  plans: readonly { code: string; title: string }[];
  /** What stands after the short name in the first address: `.localhost:3000`. */
  hostBase: string;
}

export function RegionForm({ choices, typed }: { choices: Choices; typed: Record<string, string> }) {
  const { t } = useTranslation('superadmin');
  const [slug, setSlug] = useState(typed.slug ?? '');
  const host = `${slug || 'kurgan'}${choices.hostBase}`;
  return (
    <>
      <TextField
        name="slug"
        label={t('new.slug')}
        help={t('new.slug-help', { host })}
        autoComplete="off"
        spellCheck={false}
        onInput={(event) => setSlug(event.currentTarget.value)}
      />
      <TextField name="name" label={t('new.name')} help={t('new.name-help')} />
      <TextField name="nameEn" label={t('new.name-en')} lang="en" />
      <TextField name="subjectCode" label={t('new.subject')} help={t('new.subject-help')} inputMode="numeric" maxLength={2} />
      <Select
        name="timeZone"
        label={t('new.zone')}
        empty=""
        options={choices.zones.map((zone) => ({ value: zone, label: zone }))}
      />
      <Select
        name="plan"
        label={t('new.plan')}
        empty=""
        options={choices.plans.map((plan) => ({ value: plan.code, label: plan.title }))}
      />
      <Colour typed={typed} />
      <TextArea name="hosts" label={t('new.hosts')} help={t('new.hosts-help', { host })} rows={3} spellCheck={false} optional />
    </>
  );
}

function Colour({ typed }: { typed: Record<string, string> }) {
  const { t } = useTranslation('superadmin');
  const [hue, setHue] = useState(typed.hue ?? '252');
  const [chroma, setChroma] = useState(typed.chroma ?? '0,098');
  return (
    <Fieldset id="brand" label={t('new.brand')} help={t('new.chroma-help')}>
      <div className="stack stack--3">
        <div className="grid grid--tiles">
          <TextField
            name="hue"
            label={t('new.hue')}
            inputMode="numeric"
            defaultValue={hue}
            onInput={(event) => setHue(event.currentTarget.value)}
          />
          <TextField
            name="chroma"
            label={t('new.chroma')}
            inputMode="decimal"
            defaultValue={chroma}
            onInput={(event) => setChroma(event.currentTarget.value)}
          />
        </div>
        <PlatePreview
          words={t('new.preview-name')}
          label={t('new.preview')}
          hue={within(hue, 360)}
          chroma={within(chroma, 0.13)}
        />
      </div>
    </Fieldset>
  );
}

function PlatePreview({ words, label, hue, chroma }: { words: string; label: string; hue: number; chroma: number }) {
  return (
    <svg role="img" aria-label={label} width="260" height="52" viewBox="0 0 260 52">
      <rect width="260" height="52" rx="10" fill={`oklch(.41 ${chroma} ${hue})`} />
      <rect x="4" y="4" width="252" height="44" rx="7" fill="none" stroke="#fff" strokeOpacity=".55" />
      <text x="18" y="32" fill="#fff" fontSize="17" fontWeight="640">
        {words}
      </text>
    </svg>
  );
}

function within(text: string, max: number): number {
  const value = Number(text.replace(',', '.'));
  return Number.isFinite(value) ? Math.min(max, Math.max(0, value)) : 0;
}
