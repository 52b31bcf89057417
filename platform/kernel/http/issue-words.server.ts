// Words why a field was refused: a zod issue becomes an i18n key, unless the schema names one.
import type { z } from 'zod';
import type { Translate } from '../i18n/locale.ts';

type Issue = z.core.$ZodIssue;

/** A message like `complaints:errors.text-too-short` in a schema is an i18n key and wins. */
const OWN_KEY = /^[a-z][a-z0-9-]*:[a-z0-9_.-]+$/i;

/** `absent`: nothing was given for the field, whatever the schema made of it. */
export function wordsOf(issue: Issue, t: Translate, absent = false): string {
  const params = numbersOf(issue);
  if (OWN_KEY.test(issue.message)) return t(issue.message, params);
  return t(`platform:form.${absent ? 'required' : reasonOf(issue)}`, params);
}

function reasonOf(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined || issue.input === null
        ? 'required'
        : issue.expected === 'number' || issue.expected === 'int'
          ? 'number'
          : 'wrong';
    case 'too_small':
      return sized(issue.origin, issue.minimum === 1 ? 'required' : 'too-short', 'too-few', 'too-small');
    case 'too_big':
      return sized(issue.origin, 'too-long', 'too-many', 'too-big');
    case 'invalid_format':
      return FORMATS[issue.format] ?? 'wrong';
    case 'invalid_value':
      return 'choose';
    default:
      return 'wrong';
  }
}

const FORMATS: Record<string, string> = {
  email: 'email',
  uuid: 'choose',
  guid: 'choose',
  url: 'url',
  date: 'date',
  datetime: 'date',
  time: 'time',
};

function sized(origin: string, text: string, list: string, number: string): string {
  if (origin === 'string') return text;
  return origin === 'array' || origin === 'set' ? list : number;
}

function numbersOf(issue: Issue): Record<string, string | number> {
  const params: Record<string, string | number> = {};
  if (issue.code === 'too_small') params.min = Number(issue.minimum);
  if (issue.code === 'too_big') params.max = Number(issue.maximum);
  const input = 'input' in issue ? issue.input : undefined;
  if (typeof input === 'string') params.count = input.length;
  return params;
}
