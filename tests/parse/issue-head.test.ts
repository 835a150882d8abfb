import { expect, test } from 'vitest';
import { issueHead } from '../../src/parse/issue-head.ts';
import { parseMetadata } from '../../src/parse/metadata.ts';
import type { Masthead } from '../../src/parse/parsed-issue.ts';

const blank: Masthead = {
  publication: null,
  publishedOn: null,
  number: null,
  page: null,
  pageCount: null,
  lunar: null,
  editors: [],
};
const printed: Masthead = { ...blank, publication: '槐岭周报', publishedOn: '2025-09-12', number: 968 };
const state = (rest: object) =>
  parseMetadata(JSON.stringify({ publication: { slug: 'xuhui-bao', name: '徐汇报' }, ...rest }), 'a.issue.json');

test('the page alone is enough: the slug is the name in pinyin', () => {
  expect(issueHead(printed, null, 'a.txt')).toEqual({
    publication: { slug: 'huai-ling-zhou-bao', name: '槐岭周报', frequency: null, district: null, city: null },
    publishedOn: { date: '2025-09-12', basis: 'PRINTED' },
    number: 968,
    page: null,
  });
});

test('a page that prints no publication, or none that can be spelled, belongs to the unknown one', () => {
  const unknown = { slug: 'unknown', name: '未知报纸', frequency: null, district: null, city: null };
  expect(issueHead(blank, null, 'a.txt')).toEqual({
    publication: unknown,
    publishedOn: null,
    number: null,
    page: null,
  });
  expect(issueHead({ ...printed, publication: '《》' }, null, 'a.txt')).toMatchObject({
    publication: unknown,
    publishedOn: { date: '2025-09-12', basis: 'PRINTED' },
  });
});

test('the stated publication takes precedence over the printed one', () => {
  expect(issueHead(printed, state({}), 'a.txt').publication.slug).toBe('xuhui-bao');
});

test('a stated day is kept with its basis where none is printed', () => {
  const head = issueHead(blank, state({ publishedOn: { date: '2024-05-27', basis: 'INFERRED' }, page: 3 }), 'a.txt');
  expect(head).toMatchObject({ publishedOn: { date: '2024-05-27', basis: 'INFERRED' }, number: null, page: 3 });
});

test('a printed day that is stated too has the basis PRINTED', () => {
  const head = issueHead(printed, state({ publishedOn: { date: '2025-09-12', basis: 'STATED' } }), 'a.txt');
  expect(head.publishedOn).toEqual({ date: '2025-09-12', basis: 'PRINTED' });
});

test('a day or number that is printed and stated differently is an error that names both', () => {
  const day = state({ publishedOn: { date: '2025-09-13', basis: 'STATED' } });
  expect(() => issueHead(printed, day, 'a.txt')).toThrow(
    'a.txt: publishedOn: the page prints 2025-09-12, the metadata states 2025-09-13.',
  );
  expect(() => issueHead(printed, state({ number: 1 }), 'a.txt')).toThrow(
    'a.txt: number: the page prints 968, the metadata states 1.',
  );
});
