// A saved view is the query string it is: canonical, checked on its way back.
import { expect, it } from 'vitest';
import { companyRegisterQuery, isQueryOf, queryText, registerQuery } from './register-query.ts';

it('keeps what was chosen and drops what stands by itself', () => {
  const query = registerQuery.parse({
    q: 'Ленина',
    state: '',
    page: '3',
    sort: 'area',
    dir: 'asc',
    cols: ['address', 'area'],
    view: 'all',
  });
  expect(queryText(registerQuery, query)).toBe('q=%D0%9B%D0%B5%D0%BD%D0%B8%D0%BD%D0%B0&sort=area&cols=address&cols=area');
  expect(queryText(companyRegisterQuery, companyRegisterQuery.parse({}))).toBe('');
});

it('knows its own query strings from others', () => {
  expect(isQueryOf(registerQuery, 'yearFrom=1950&yearTo=1980&open=yes&cols=address&cols=area')).toBe(true);
  for (const text of ['yearFrom=abc', 'to=//evil.example', 'sort=price', 'q=a&q=b', 'cols=<b>'])
    expect([text, isQueryOf(registerQuery, text)]).toEqual([text, false]);
});
