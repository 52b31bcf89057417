// Fields, choices, grades, chips, photos.
import { Button, ChoiceCards, Chips, Form, Grades, PhotoPicker, Select, TextArea, TextField } from '@zhkh/ui';

const REFUSED = {
  ok: false as const,
  errors: { flat: 'В доме 96 квартир. Проверьте номер', text: 'Расскажите, что случилось' },
  formError: 'Обращение ещё не отправлено',
  values: { flat: '960' },
};

const TOPICS = [
  { value: 'light', label: 'Свет в подъезде', icon: 'bulb' },
  { value: 'door', label: 'Дверь, домофон', icon: 'door' },
  { value: 'clean', label: 'Уборка', icon: 'broom' },
  { value: 'lift', label: 'Лифт', icon: 'lift' },
];

const PLACES = ['1-й подъезд', '2-й', '3-й', 'Двор'].map((label) => ({ value: label, label }));

export function KitForms() {
  return (
    <section className="stack stack--3">
      <h2>Поля</h2>
      <div className="grid grid--3">
        <Form action="/kit" state={REFUSED}>
          <TextField
            name="phone"
            label="Телефон"
            help="Пришлём код, звонить не будем"
            defaultValue="+7 912 345-67-89"
            inputMode="tel"
          />
          <TextField name="flat" label="Квартира" />
          <TextArea name="text" label="Что случилось" maxLength={2000} />
        </Form>
        <Form action="/kit">
          <ChoiceCards name="topic" label="Подходит тема" tiles choices={TOPICS} defaultValue="light" />
          <Chips name="place" label="Где именно" options={PLACES} defaultValue="1-й подъезд" />
          <TextField name="code" label="Код из СМС" code inputMode="numeric" defaultValue="4821" />
        </Form>
        <Form action="/kit">
          <ChoiceCards
            name="notify"
            type="checkbox"
            label="О чём сообщать"
            choices={[
              { value: 'answer', label: 'Компания ответила', note: 'СМС и письмо' },
              { value: 'late', label: 'Срок вышел' },
            ]}
            defaultValue={['answer']}
          />
          <Grades name="grade" label="Как сработала компания" />
          <Select name="house" label="Дом" empty="Все дома" options={[{ value: '1', label: 'Садовая, 14' }]} />
          <PhotoPicker name="photos" label="Фото" optional />
          <Button kind="main" wide>
            Отправить обращение
          </Button>
        </Form>
      </div>
    </section>
  );
}
