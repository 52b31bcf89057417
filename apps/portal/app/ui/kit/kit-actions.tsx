// Buttons, statuses, windows, numbers.
import { Button, DeadlineLine, Icon, iconShapes, meterOf, Stat, type StatusKind, StatusPill, Windows } from '@zhkh/ui';

const STATUSES: StatusKind[] = ['sent', 'delivered', 'work', 'answer', 'soon', 'resolved', 'refuted', 'late', 'paused'];

export function KitActions() {
  return (
    <div className="grid grid--2">
      <section className="stack stack--3">
        <KitButtons />
        <KitSigns />
      </section>
      <section className="stack stack--3">
        <KitWindows />
        <h2>Показатели</h2>
        <div className="grid grid--tiles">
          <Stat label="Ответы в срок" value="82" unit="%" note="было 79 %, цель 90 %" />
          <Stat label="Просрочено сейчас" value="118" tone="late" note="за неделю на 14 меньше" />
        </div>
      </section>
    </div>
  );
}

function KitButtons() {
  return (
    <>
      <h2>Кнопки</h2>
      <div className="row row--wrap">
        <Button type="button" kind="lamp" icon="plus">
          Сообщить о проблеме
        </Button>
        <Button type="button" kind="main">
          Отправить
        </Button>
        <Button type="button">Поправить</Button>
        <Button type="button" kind="no">
          Отклонить
        </Button>
        <Button type="button" kind="quiet">
          Посмотреть
        </Button>
        <Button type="button" disabled>
          Отправляем…
        </Button>
      </div>
    </>
  );
}

function KitSigns() {
  return (
    <>
      <h2>Статусы</h2>
      <div className="row row--wrap row--tight">
        {STATUSES.map((kind) => (
          <StatusPill key={kind} kind={kind} />
        ))}
      </div>
      <h2>Значки</h2>
      <div className="row row--wrap row--tight">
        {Object.keys(iconShapes).map((name) => (
          <Icon key={name} name={name} />
        ))}
      </div>
    </>
  );
}

function KitWindows() {
  return (
    <>
      <h2>Срок: ряд окон</h2>
      <div className="grid grid--tiles">
        <div className="deadline">
          <Windows {...meterOf({ total: 10, left: 10 })} />
          <span className="small">Ответ до 14 мая</span>
        </div>
        <div className="deadline">
          <Windows {...meterOf({ total: 10, left: 3 })} />
          <span className="small">
            <b className="soon">3 дня</b>, до 14 мая
          </span>
        </div>
        <div className="deadline">
          <Windows {...meterOf({ total: 10, left: -3 })} />
          <span className="small late">Просрочено на 3 дня</span>
        </div>
        <div className="deadline">
          <Windows {...meterOf({ total: 10, left: 6, paused: true })} />
          <span className="small sub">Пауза до 12 мая</span>
        </div>
        <DeadlineLine meter={meterOf({ total: 10, left: 8 })}>ответ до 19 мая</DeadlineLine>
        <DeadlineLine meter={meterOf({ total: 30, left: 20 })} stacked>
          20 дней, до 3 июня
        </DeadlineLine>
      </div>
    </>
  );
}
