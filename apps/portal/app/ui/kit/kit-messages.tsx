// Messages, empty places, loading, failure, dialog, toast, tabs.
import { Button, Empty, LoadFailed, Notice, Skeleton, Tabs, Toast } from '@zhkh/ui';

export function KitMessages() {
  return (
    <div className="grid grid--3">
      <section className="stack stack--3">
        <h2>Сообщения</h2>
        <Notice title="120 баллов отложены.">Спишем на кассе</Notice>
        <Notice tone="soon" title="Ответ нужен завтра.">
          Осталось 3 обращения
        </Notice>
        <Notice tone="late" title="Письмо не дошло.">
          Позвоним в компанию сами до 12:00
        </Notice>
        <Notice tone="ok" title="Оценка учтена.">
          Балл компании вырос на 0,02
        </Notice>
      </section>
      <section className="stack stack--3">
        <h2>Пусто, загрузка, ошибка</h2>
        <div className="card card--flush">
          <Empty title="Обращений пока нет">Если в доме что-то сломалось, начните с фото</Empty>
        </div>
        <Skeleton still />
        <LoadFailed title="Список не загрузился." action={<Button size="s">Повторить</Button>}>
          Черновики целы
        </LoadFailed>
      </section>
      <KitAnswers />
    </div>
  );
}

function KitAnswers() {
  return (
    <section className="stack stack--3">
      <h2>Окно подтверждения</h2>
      <div className="dialog dialog--still stack stack--3">
        <h3>Вернуть 120 баллов?</h3>
        <p className="small sub">Код 7KQ4–M2XD перестанет действовать</p>
        <div className="actions">
          <Button kind="main">Вернуть баллы</Button>
          <Button>Оставить код</Button>
        </div>
      </div>
      <Toast still action={<button type="button">Отменить</button>}>
        Назначили Ершова
      </Toast>
      <Tabs
        label="Пример"
        tabs={[
          { to: '/kit', label: 'В работе', count: 23, current: true },
          { to: '/kit?tab=late', label: 'Просрочено', count: 1, late: true },
          { to: '/kit?tab=closed', label: 'Закрытые' },
        ]}
      />
    </section>
  );
}
