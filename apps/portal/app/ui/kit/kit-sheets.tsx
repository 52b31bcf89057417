// Sheets: lists, trail, deadlines with norms, a table, charts, a sketch of a map.
import {
  BarList,
  Card,
  CardHead,
  CellSub,
  type Column,
  Deadline,
  DeadlineLine,
  EmergencyCalls,
  LineChart,
  List,
  ListRow,
  MapSketch,
  meterOf,
  Norm,
  StatusPill,
  Table,
  Trail,
} from '@zhkh/ui';

interface Row {
  id: string;
  what: string;
  late: boolean;
}

const ROWS: Row[] = [
  { id: '4188', what: 'Течёт крыша над квартирой 71', late: true },
  { id: '4240', what: 'Нет отопления, 16 °C в комнате', late: false },
];

const COLUMNS: Column<Row>[] = [
  {
    key: 'what',
    head: 'Обращение',
    cell: (row) => (
      <>
        <a href="#main">{row.what}</a>
        <CellSub>№ {row.id} · Лесная, 8</CellSub>
      </>
    ),
  },
  { key: 'status', head: 'Статус', cell: (row) => <StatusPill kind={row.late ? 'late' : 'work'} /> },
  {
    key: 'due',
    head: 'Срок ответа',
    sort: { to: '?sort=due', direction: 'ascending' },
    cell: (row) => (
      <DeadlineLine stacked meter={meterOf({ total: 3, left: row.late ? -3 : 1 })} tone={row.late ? 'late' : 'soon'}>
        {row.late ? 'просрочено на 3 дня' : '1 день, до 7 мая'}
      </DeadlineLine>
    ),
  },
];

const WEEKS = [61, 63, 60, 66, 68, 71, 70, 74, 73, 77, 79, 82].map((value, index) => ({ label: `${index + 1}-я неделя`, value }));

const POINTS = [
  { id: '1', lat: 57.15, lon: 65.5, count: 4 },
  { id: '2', lat: 57.16, lon: 65.53, count: 3 },
  { id: '3', lat: 57.155, lon: 65.57, count: 9, cluster: true },
  { id: '4', lat: 57.17, lon: 65.59, count: 2 },
];

export function KitSheets() {
  return (
    <div className="stack">
      <h2>Листы</h2>
      <div className="grid grid--3">
        <div className="stack">
          <KitList />
          <EmergencyCalls dispatcher="+73452451260" />
        </div>
        <KitDeadlines />
        <KitTrail />
      </div>
      <div className="dense stack">
        <Card kind="flush">
          <Table
            caption="Обращения в работе, по сроку"
            columns={COLUMNS}
            rows={ROWS}
            rowKey={(row) => row.id}
            isCurrent={(row) => !row.late}
          />
        </Card>
        <KitCharts />
        <MapSketch points={POINTS} label="Схема города: скопление жалоб на отопление и ещё три точки" />
      </div>
    </div>
  );
}

function KitList() {
  return (
    <Card kind="flush">
      <CardHead title="Мои обращения" link={{ to: '/kit', label: 'Все 7' }} />
      <List>
        <ListRow
          to="/kit"
          title="Не горит свет на 3-м этаже"
          over={
            <>
              <StatusPill kind="answer" />
              <span className="push small muted num">№ 4218</span>
            </>
          }
          meta="Компания пишет, что починила. Проверьте до 8 мая"
        />
        <ListRow to="/kit" icon="people" title="12 соседей ждут уборку" meta="Если у вас тоже грязно, присоединитесь" />
      </List>
    </Card>
  );
}

function KitDeadlines() {
  return (
    <Card>
      <h2>Когда ждать</h2>
      <Deadline
        title="Починить свет"
        until="до 5 мая"
        meter={meterOf({ total: 7, left: 7 })}
        note="7 суток с момента заявки, считая выходные"
      />
      <Deadline
        title="Ответить вам"
        until="до 14 мая"
        meter={meterOf({ total: 10, left: 10 })}
        note="10 рабочих дней: без выходных и праздников"
      />
      <Norm rule="На обращение собственника отвечают за 10 рабочих дней" source="Правительство РФ, № 416, пункт 36" preliminary />
    </Card>
  );
}

function KitTrail() {
  return (
    <Card>
      <h2>Кому ушло</h2>
      <Trail
        steps={[
          { key: '1', title: 'Мы сохранили обращение', note: '№ 4218, вам пришла СМС', time: '19:42' },
          { key: '2', title: 'Письмо не дошло', note: 'Ящик переполнен', time: '19:43', state: 'fail' },
          { key: '3', title: 'Отправляем ещё раз', note: 'Вторая попытка', time: '20:13', state: 'now' },
          {
            key: '4',
            title: 'Сотрудник откроет обращение',
            note: 'Если не откроют до завтра, 12:00, позвоним сами',
            state: 'next',
          },
        ]}
      />
    </Card>
  );
}

function KitCharts() {
  return (
    <div className="grid grid--2">
      <Card>
        <CardHead title="Больше всего просрочек" link={{ to: '/kit', label: 'Все 48 компаний' }} />
        <BarList
          tone="late"
          bars={[
            { key: 'a', label: 'УК «Гарант-Дом»', value: 41, note: '62 % её обращений' },
            { key: 'b', label: 'УК «Новый квартал»', value: 23, note: '29 % её обращений' },
            { key: 'c', label: 'ТСЖ «Слобода, 4»', value: 5, note: '50 % её обращений' },
          ]}
        />
      </Card>
      <Card>
        <CardHead title="Ответы в срок, % по неделям" />
        <LineChart
          summary="Доля ответов в срок выросла с 61 до 82 процентов"
          axis="Неделя"
          unit="%"
          goal={90}
          min={40}
          max={100}
          points={WEEKS}
        />
      </Card>
    </div>
  );
}
