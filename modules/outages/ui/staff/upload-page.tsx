// Upload of a CSV: what to do in three lines, the file, help per column.
import { Button, Card, CardHead, Field, Form, PageHead, Table, useField } from '@zhkh/ui';
import { useOutageWords } from '../use-words.ts';

interface ColumnHelp {
  name: string;
  need: boolean;
  sample: string;
  help: string;
}

export function UploadPage({ columns, state }: { columns: readonly ColumnHelp[]; state: unknown }) {
  const t = useOutageWords();
  return (
    <div className="stack">
      <PageHead title={t('upload.title')} sub={t('upload.sub')} />
      <Card>
        <Form state={state} encType="multipart/form-data">
          <FileField />
          <div className="actions">
            <Button kind="main" pendingText={t('new.checking')}>
              {t('upload.check')}
            </Button>
            <a href="/company/outages/template.csv" download>
              {t('upload.template')}
            </a>
          </div>
        </Form>
      </Card>
      <Card kind="flush">
        <CardHead title={t('upload.columns')} />
        <Table
          caption={t('upload.columns')}
          rows={columns}
          rowKey={(column) => column.name}
          columns={[
            { key: 'name', head: t('upload.column'), cell: (column) => <code>{column.name}</code> },
            { key: 'help', head: t('upload.help'), phone: 'wide', cell: (column) => column.help },
            { key: 'need', head: t('upload.need'), phone: 'wide', cell: (column) => (column.need ? t('upload.needed') : '') },
            { key: 'sample', head: t('upload.sample'), phone: 'hide', cell: (column) => column.sample },
          ]}
        />
      </Card>
    </div>
  );
}

function FileField() {
  const t = useOutageWords();
  const { id, error, fileProblems, describedBy } = useField('file');
  return (
    <Field id={id} label={t('upload.file')} help={t('upload.file-help')} error={error ?? fileProblems[0]}>
      <input
        id={id}
        className="input"
        type="file"
        name="file"
        accept=".csv,text/csv"
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(true)}
      />
    </Field>
  );
}
