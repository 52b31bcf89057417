// By what a price differs, in words; and whose price it is. The schema has no field for the consumer group: it is one of the criteria.
import type { XmlNode } from '@zhkh/imports';
import type { Cells } from '../operation.ts';
import { children, childText } from '../xml-tree.ts';

const OPERATORS: Readonly<Record<string, string>> = {
  Equal: '',
  More: 'больше ',
  NotMore: 'не больше ',
  Less: 'меньше ',
  NotLess: 'не меньше ',
  ExcludingRange: 'кроме ',
};

/** A price for everybody is the price for residents; one that is nowhere called preferential is economically justified. */
export function differentiationOf(price: XmlNode | undefined): Cells {
  const words = children(price, 'Differentiation').map(inWords);
  const all = words.join('; ').toLowerCase();
  const named = /насел|бюджет|проч/.exec(all)?.[0];
  const group = named === 'бюджет' ? 'budget' : named === 'проч' ? 'other' : 'population';
  return {
    consumer_group: group,
    kind: all.includes('льготн') ? 'preferential' : 'economically_justified',
    differentiation: words.join('; '),
  };
}

function inWords(one: XmlNode): string {
  const operator = ['Operator1', 'Operator2', 'Operator3'].map((name) => childText(one, name)).find(Boolean) ?? '';
  const values = one.children.filter((value) => value.name.startsWith('Value')).map(valueOf);
  return `${OPERATORS[operator] ?? ''}${values.join(operator === 'Range' || operator === 'ExcludingRange' ? '–' : ', ')}`;
}

/** A word of a dictionary, a line «name: value», a territory, or the value itself. */
function valueOf(value: XmlNode): string {
  if (value.children.length === 0) return value.text;
  const name = childText(value, 'Name') || childText(value, 'name') || childText(value, 'Code') || childText(value, 'code');
  const text = childText(value, 'Value');
  return text ? `${name}: ${text}` : name;
}
