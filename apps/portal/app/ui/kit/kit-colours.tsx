// The colours, drawn with their own tokens.
const COLOURS = [
  ['brand', 'табличка, главная кнопка'],
  ['brand-strong', 'ссылка, наведение'],
  ['brand-tint', 'выбранное'],
  ['lamp', 'время, баллы'],
  ['lamp-tint', 'подсказка'],
  ['ink', 'текст'],
  ['ink-2', 'второй план'],
  ['ink-3', 'подписи'],
  ['paper', 'страница'],
  ['sunken', 'пустая часть шкалы'],
  ['ok', 'сделано'],
  ['soon', 'скоро срок'],
  ['late', 'просрочено'],
  ['wait', 'ждём'],
] as const;

export function KitColours() {
  return (
    <section className="stack stack--3">
      <h2>Цвет</h2>
      <ul className="grid grid--4">
        {COLOURS.map(([token, use]) => (
          <li key={token} className="row">
            <svg width="48" height="48" aria-hidden="true">
              <rect width="48" height="48" rx="8" fill={`var(--${token})`} stroke="rgb(0 0 0 / .1)" />
            </svg>
            <span className="xs">
              <b>--{token}</b>
              <br />
              <span className="sub">{use}</span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
