// The address of a firm: АдресРФ (КЛАДР), or the place СвМНЮЛ with СвАдрЮЛФИАС beside it; marked when it is known to be false.
import type { XmlNode } from '@zhkh/imports';
import { readableAddress } from './address-case.ts';
import { nodesAt, valueAt } from './xml-path.ts';

export interface RegisteredAddress {
  text: string | null;
  regionCode: string | null;
  unreliable: boolean;
  note: string | null;
}

export function registeredAddress(record: XmlNode): RegisteredAddress {
  const block = nodesAt(record, 'СвАдресЮЛ')[0];
  if (!block) return { text: null, regionCode: null, unreliable: false, note: null };
  const fias = nodesAt(block, 'СвАдрЮЛФИАС')[0];
  const kladr = nodesAt(block, 'АдресРФ')[0];
  const place = nodesAt(block, 'СвМНЮЛ')[0];
  const parts = fias ? fiasParts(fias) : kladr ? kladrParts(kladr) : place ? fiasParts(place) : [];
  const region =
    (fias && valueAt(fias, 'Регион')) || (kladr && valueAt(kladr, '@КодРегион')) || (place && valueAt(place, 'Регион'));
  const doubts = nodesAt(block, 'СвНедАдресЮЛ');
  return {
    text: readableAddress(parts.filter(Boolean).join(', ')) || null,
    regionCode: region && /^\d{2}$/.test(region) ? region : null,
    unreliable: doubts.length > 0,
    note: doubts.map((doubt) => valueAt(doubt, '@ТекстНедАдресЮЛ')).find(Boolean) ?? null,
  };
}

function kladrParts(node: XmlNode): string[] {
  return [
    valueAt(node, '@Индекс'),
    regionName(valueAt(node, 'Регион@ТипРегион'), valueAt(node, 'Регион@НаимРегион')),
    [valueAt(node, 'Район@НаимРайон'), valueAt(node, 'Район@ТипРайон')].join(' ').trim(),
    typed(node, 'Город', 'Город'),
    typed(node, 'НаселПункт', 'НаселПункт'),
    typed(node, 'Улица', 'Улица'),
    valueAt(node, '@Дом'),
    valueAt(node, '@Корпус'),
    valueAt(node, '@Кварт'),
  ];
}

function typed(node: XmlNode, element: string, suffix: string): string {
  return `${valueAt(node, `${element}@Тип${suffix}`)} ${valueAt(node, `${element}@Наим${suffix}`)}`.trim();
}

/** «Тюменская область», but «Республика Коми» and «город Москва». */
function regionName(type: string, name: string): string {
  const nameFirst = /^(ОБЛАСТЬ|КРАЙ)$|ОКРУГ/i.test(type) || (/^РЕСПУБЛИКА$/i.test(type) && name.toUpperCase().endsWith('АЯ'));
  return (nameFirst ? `${name} ${type}` : `${type} ${name}`).trim();
}

function fiasParts(node: XmlNode): string[] {
  const locality = pair(node, 'НаселенПункт', 'Вид');
  return [
    valueAt(node, '@Индекс'),
    valueAt(node, 'НаимРегион'),
    ...(locality ? [locality] : [valueAt(node, 'МуниципРайон@Наим'), valueAt(node, 'ГородСелПоселен@Наим')]),
    pair(node, 'ЭлПланСтруктур', 'Тип'),
    pair(node, 'ЭлУлДорСети', 'Тип'),
    ...numbered(node, 'Здание'),
    ...numbered(node, 'ПомещЗдания'),
    ...numbered(node, 'ПомещКвартиры'),
  ];
}

function pair(node: XmlNode, element: string, type: string): string {
  return `${valueAt(node, `${element}@${type}`)} ${valueAt(node, `${element}@Наим`)}`.trim();
}

function numbered(node: XmlNode, element: string): string[] {
  return nodesAt(node, element).map((one) => `${valueAt(one, '@Тип')} ${valueAt(one, '@Номер')}`.trim());
}
