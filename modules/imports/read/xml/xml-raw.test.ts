// A refused record is kept without the person it speaks of.
import { expect, it } from 'vitest';
import type { XmlNode } from '../../connector.ts';
import { rawOf } from './xml-raw.ts';

const node = (name: string, attributes: Record<string, string>, children: XmlNode[] = [], text = ''): XmlNode => ({
  name,
  attributes,
  children,
  text,
});

it('masks names, birth and papers wherever they stand, and keeps the rest', () => {
  const raw = rawOf(
    node('СвИП', { ОГРНИП: '304720309900121', ИННФЛ: '720300112233' }, [
      node('СвФЛ', { Пол: '1' }, [
        node('ФИОРус', { Фамилия: 'Кораблёва', Имя: 'Мария' }, [node('Прежняя', { Значение: 'Лодкина' })]),
        node('СвРожд', { ДатаРожд: '1980-02-03' }),
        node('Отчество', {}, [], 'Сергеевна'),
      ]),
      node('СвОКВЭД', { КодОКВЭД: '68.32' }),
    ]),
  );
  expect(raw).toContain('304720309900121');
  expect(raw).toContain('68.32');
  expect(raw).not.toMatch(/Кораблёва|Мария|Лодкина|1980|Сергеевна|720300112233/);
});
