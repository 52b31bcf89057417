// Form of a new import, with a progress bar where scripts run.
import { useNavigate } from '@remix-run/react';
import { BarList, Button, Card, Form, Notice, Select } from '@zhkh/ui';
import { type ComponentProps, type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FilePick } from './file-pick.tsx';
import { useSize } from './import-words.ts';
import { sendWithProgress } from './send-with-progress.ts';

interface UploadFormProps {
  sources: readonly { id: string; title: string }[];
  state: ComponentProps<typeof Form>['state'];
  maxMegabytes: number;
}

export function UploadForm({ sources, state, maxMegabytes }: UploadFormProps) {
  const { t } = useTranslation('imports');
  const size = useSize();
  const navigate = useNavigate();
  const [sent, setSent] = useState<number | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const send = async (event: FormEvent<HTMLFormElement>) => {
    const form = event.currentTarget;
    const file = new FormData(form).get('file');
    setProblem(null);
    // What the server has to refuse it refuses itself, beside the field.
    if (!(file instanceof File) || file.size === 0 || typeof XMLHttpRequest === 'undefined') return;
    event.preventDefault();
    if (file.size > maxMegabytes * 1e6) return setProblem(t('errors.upload-too-big', { max: maxMegabytes }));
    setSent(0);
    const data = new FormData(form, (event.nativeEvent as SubmitEvent).submitter);
    const answer = await sendWithProgress(form.action, data, setSent);
    setSent(null);
    if (answer.to) navigate(answer.to);
    else setProblem(answer.problem ?? t('runs.uploadFailed'));
  };
  return (
    <Card>
      <h2>{t('runs.upload')}</h2>
      <p className="small sub">{t('runs.uploadHow', { max: size(maxMegabytes * 1e6) })}</p>
      {problem && (
        <Notice tone="late" live>
          {problem}
        </Notice>
      )}
      <Form state={state} encType="multipart/form-data" onSubmit={send}>
        <Select
          name="connector"
          label={t('runs.source')}
          options={sources.map(({ id, title }) => ({ value: id, label: t(title) }))}
        />
        <FilePick accept=".csv,.txt,.tsv,.gz,.tgz,.xlsx,.zip,.xml" />
        {sent === null ? (
          <div className="actions">
            <Button kind="main" name="intent" value="check">
              {t('runs.check')}
            </Button>
            <Button name="intent" value="load">
              {t('runs.loadNow')}
            </Button>
          </div>
        ) : (
          <div role="status">
            <BarList
              bars={[{ key: 'sent', label: t('runs.sending'), value: sent, shown: `${Math.round(sent * 100)} %` }]}
              max={1}
            />
          </div>
        )}
      </Form>
    </Card>
  );
}
