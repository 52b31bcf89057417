// A checked file: what it would announce, what it would not and why, one button.
import { Button, ButtonLink, Card, CardHead, CellSub, Form, Icon, noBreak, Notice, PageHead, Table } from '@zhkh/ui';
import type { UploadView } from '../../queries/upload.server.ts';
import { useOutageWords } from '../use-words.ts';

export function UploadedPage({ upload }: { upload: UploadView }) {
  const t = useOutageWords();
  return (
    <div className="stack">
      <PageHead title={t('upload.checked')} sub={upload.fileName} />
      {upload.announced && (
        <Notice tone="ok" live>
          {t('upload.announced', { count: upload.rows.length })}
        </Notice>
      )}
      {upload.rows.length > 0 && <Good upload={upload} />}
      {upload.refused.length > 0 && <Refused upload={upload} />}
      <div className="actions">
        {!upload.announced && upload.rows.length > 0 && (
          <Form className="">
            <Button kind="main" pendingText={t('check.announcing')}>
              {t('upload.announce', { count: upload.rows.length })}
            </Button>
          </Form>
        )}
        <ButtonLink to={upload.announced ? '/company/outages' : '/company/outages/upload'}>
          {t(upload.announced ? 'one.back' : 'upload.another')}
        </ButtonLink>
      </div>
    </div>
  );
}

function Good({ upload }: { upload: UploadView }) {
  const t = useOutageWords();
  return (
    <Card kind="flush">
      <CardHead title={t('upload.good', { count: upload.rows.length })} />
      <Table
        caption={t('upload.good', { count: upload.rows.length })}
        rows={upload.rows}
        rowKey={(row) => String(row.line)}
        columns={[
          { key: 'line', head: t('upload.col.line'), numeric: true, phone: 'hide', cell: (row) => row.line },
          {
            key: 'what',
            head: t('list.col.what'),
            phone: 'wide',
            cell: (row) => (
              <span className="row row--top">
                <Icon name={row.icon} />
                <span>
                  {noBreak(row.title)}
                  <CellSub>{noBreak(row.why)}</CellSub>
                </span>
              </span>
            ),
          },
          { key: 'when', head: t('list.col.when'), phone: 'wide', cell: (row) => noBreak(row.when) },
          { key: 'houses', head: t('list.col.place'), phone: 'wide', cell: (row) => noBreak(t('houses', { count: row.houses })) },
        ]}
      />
    </Card>
  );
}

function Refused({ upload }: { upload: UploadView }) {
  const t = useOutageWords();
  return (
    <Card kind="flush">
      <CardHead
        title={t('upload.refused', { count: upload.refused.length })}
        aside={
          <a href={`/company/outages/upload/${upload.id}/refused.csv`} download>
            {t('upload.download')}
          </a>
        }
      />
      <Table
        caption={t('upload.refused', { count: upload.refused.length })}
        rows={upload.refused.slice(0, 100)}
        rowKey={(row) => `${row.line} ${row.field}`}
        columns={[
          { key: 'line', head: t('upload.col.line'), numeric: true, phoneLabel: t('upload.col.line'), cell: (row) => row.line },
          { key: 'field', head: t('upload.col.field'), phone: 'wide', cell: (row) => <code>{row.field}</code> },
          { key: 'reason', head: t('upload.col.reason'), phone: 'wide', cell: (row) => row.reason },
          { key: 'raw', head: t('upload.col.raw'), phone: 'hide', cell: (row) => <span className="small">{row.raw}</span> },
        ]}
      />
    </Card>
  );
}
