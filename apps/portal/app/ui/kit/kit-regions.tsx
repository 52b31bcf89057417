// One look, four regions: two numbers make a brand.
import { Button, brandCss, Plate, StatusPill, StyleText } from '@zhkh/ui';

const REGIONS = [
  { hue: 252, chroma: 0.098, place: 'Тюмень, улица', street: 'Садовая', number: '14' },
  { hue: 155, chroma: 0.085, place: 'Курган, улица', street: 'Лесная', number: '7' },
  { hue: 25, chroma: 0.11, place: 'Пермь, улица', street: 'Мира', number: '22' },
  { hue: 205, chroma: 0.075, place: 'Ухта, улица', street: 'Речная', number: '3' },
];

export function KitRegions() {
  const css = REGIONS.map((region) => brandCss(region, `.kit-region-${region.hue}`)).join('');
  return (
    <section className="stack stack--3">
      <h2>Один вид, разные регионы</h2>
      <StyleText>{css}</StyleText>
      <div className="grid grid--4">
        {REGIONS.map(({ hue, chroma, ...house }) => (
          <div key={hue} className={`region kit-region-${hue} stack stack--3`}>
            <Plate size="s" label={`${house.place} ${house.street}`} {...house} />
            <div className="row row--tight">
              <Button kind="main" size="s" className="grow" type="button">
                Отправить
              </Button>
              <StatusPill kind="work" />
            </div>
            <p className="xs sub num">
              hue {hue}, chroma {chroma}
            </p>
          </div>
        ))}
      </div>
    </section>
  );
}
