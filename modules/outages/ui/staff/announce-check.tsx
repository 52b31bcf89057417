// Shows what an announcement would say, whom it touches and where it departs from the norm; one button.
import { Button, Card, CardHead, DefinitionList, Form, Icon, noBreak, Norm, Notice, PageHead, useFormat } from '@zhkh/ui';
import type { Preview } from '../../queries/preview.server.ts';
import { useOutageWords } from '../use-words.ts';

export interface Check {
  step: 'check';
  preview: Preview;
  /** Everything typed, as hidden fields of the next step. */
  fields: [name: string, value: string][];
}

export function AnnounceCheck({ check }: { check: Check }) {
  const t = useOutageWords();
  const { preview, fields } = check;
  return (
    <div className="stack page--form">
      <PageHead title={t('check.title')} sub={t('check.sub')} />
      {preview.warnings.length > 0 && <Warnings warnings={preview.warnings} />}
      <Card>
        <CardHead title={t('check.residents-read')} />
        <div className="outage">
          <span className="outage__icon">
            <Icon name={preview.icon} />
          </span>
          <div className="grow stack stack--2">
            <p className="outage__title">{noBreak(preview.title)}</p>
            <p className="small sub">{noBreak(`${preview.period} · ${preview.why}`)}</p>
            {preview.info && <p className="small">{preview.info}</p>}
          </div>
        </div>
      </Card>
      <Touched preview={preview} />
      <div className="actions">
        <Form>
          <Kept fields={fields} />
          <Button kind="main" name="intent" value="announce" pendingText={t('check.announcing')}>
            {t('check.announce')}
          </Button>
        </Form>
        <Form>
          <Kept fields={fields} />
          <Button kind="plain" name="intent" value="edit">
            {t('check.edit')}
          </Button>
        </Form>
      </div>
    </div>
  );
}

function Kept({ fields }: Pick<Check, 'fields'>) {
  return fields.map(([name, value]) => <input key={`${name} ${value}`} type="hidden" name={name} value={value} />);
}

function Warnings({ warnings }: Pick<Preview, 'warnings'>) {
  const t = useOutageWords();
  return (
    <Card kind="lamp">
      <CardHead title={t('check.norm')} sub={t('check.norm-sub')} />
      {warnings.map((one) => (
        <Norm key={one.rule} rule={one.rule} source={one.source} preliminary={one.preliminary} />
      ))}
    </Card>
  );
}

function Touched({ preview }: { preview: Preview }) {
  const t = useOutageWords();
  const f = useFormat(preview.zone);
  return (
    <Card>
      <CardHead title={t('check.touches')} />
      <DefinitionList
        pairs={[
          { name: t('check.houses'), value: f.number(preview.houses) },
          { name: t('check.flats'), value: preview.flats > 0 ? f.number(preview.flats) : t('check.flats-unknown') },
          { name: t('check.told'), value: f.number(preview.subscribers) },
        ]}
      />
      <p className="small sub">{noBreak(preview.place)}</p>
      {preview.subscribers === 0 && <Notice>{t('check.nobody')}</Notice>}
    </Card>
  );
}
