import { expect, test } from 'vitest';
import { parseAnnotation } from '../../src/evaluate/annotation.ts';

test('notes are allowed, and what is left out of a person is empty', () => {
  const { articles } = parseAnnotation(
    '{ "id": "1", "articles": [{ "persons": [{ "name": "白露", "note": "?" }] }] }',
    '1.json',
  );
  expect(articles).toEqual([{ persons: [{ name: '白露', titles: [], roles: [] }] }]);
});

test.each([
  ['{ "articles": [', /^1\.json is not JSON: /],
  ['{}', /^1\.json is not an annotation: articles: /],
  [
    '{ "articles": [{ "persons": [{ "name": 3 }] }] }',
    /^1\.json is not an annotation: articles\.0\.persons\.0\.name: /,
  ],
  ['[]', /^1\.json is not an annotation: the whole file: /],
])('%s is refused with the file and the place', (json, message) => {
  expect(() => parseAnnotation(json, '1.json')).toThrow(message);
});
