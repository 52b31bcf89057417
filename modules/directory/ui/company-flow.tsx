// Houses that came to a company and left it: a small chart by month with the same numbers as a table, and the latest by name.
import { Link } from '@remix-run/react';
import { Card, CardHead, CellSub, Table, useFormat, useUi } from '@zhkh/ui';
import { useTranslation } from 'react-i18next';
import type { CompanyFlow as Flow } from '../queries/company-flow.server.ts';

const WIDTH = 452;
const HALF = 44;

export function CompanyFlow({ flow }: { flow: Flow }) {
  const { t } = useTranslation('directory');
  const f = useFormat();
  if (flow.latest.length === 0) return null;
  const sum = (key: 'came' | 'went') => flow.months.reduce((all, month) => all + month[key], 0);
  return (
    <Card kind="flush">
      <CardHead title={t('flow.title')} sub={t('flow.sum', { came: sum('came'), went: sum('went') })} />
      {flow.months.length > 1 && (
        <div className="item">
          <Chart months={flow.months} label={t('flow.sum', { came: sum('came'), went: sum('went') })} />
        </div>
      )}
      <Table
        caption={t('flow.title')}
        rows={flow.latest}
        rowKey={(row) => `${row.houseId} ${row.on}`}
        columns={[
          {
            key: 'house',
            head: t('register.address'),
            cell: (row) => (
              <>
                <Link to={`/houses/${row.houseId}`}>{row.address}</Link>
                <CellSub>
                  <Direction row={row} />
                </CellSub>
              </>
            ),
          },
          { key: 'on', head: t('changes.on'), phone: 'main', cell: (row) => <span className="nw">{f.day(row.on)}</span> },
        ]}
      />
    </Card>
  );
}

function Direction({ row }: { row: Flow['latest'][number] }) {
  const { t } = useTranslation('directory');
  if (row.came) return row.other ? t('flow.cameFrom', { name: row.other }) : t('flow.came');
  return row.other ? t('flow.wentTo', { name: row.other }) : t('flow.went');
}

/** Up: came; down: went. The words above and the table under it say the same. */
function Chart({ months, label }: { months: Flow['months']; label: string }) {
  const { locale } = useUi();
  const most = Math.max(1, ...months.flatMap(({ came, went }) => [came, went]));
  const height = (count: number) => (count === 0 ? 0 : Math.max(2, (count / most) * HALF));
  const name = (month: string) =>
    new Intl.DateTimeFormat(locale, { month: 'short', year: '2-digit', timeZone: 'UTC' }).format(
      new Date(`${month}-15T00:00:00Z`),
    );
  const step = WIDTH / Math.max(12, months.length);
  const [first, last] = [months[0], months.at(-1)];
  return (
    <svg className="chart" viewBox={`0 0 ${WIDTH} ${HALF * 2 + 24}`} role="img" aria-label={label}>
      <path className="grid-line" d={`M0 ${HALF}H${WIDTH}`} />
      {months.map(({ month, came, went }, index) => (
        <g key={month}>
          <rect className="fill-brand" x={index * step + 2} y={HALF - height(came)} width={step - 4} height={height(came)} />
          <rect className="fill-late" x={index * step + 2} y={HALF} width={step - 4} height={height(went)} />
        </g>
      ))}
      {first && (
        <text x={2} y={HALF * 2 + 20}>
          {name(first.month)}
        </text>
      )}
      {last && months.length > 4 && (
        <text x={months.length * step} y={HALF * 2 + 20} textAnchor="end">
          {name(last.month)}
        </text>
      )}
    </svg>
  );
}
