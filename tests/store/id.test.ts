import { expect, test } from 'vitest';
import { contentId } from '../../src/store/id.ts';

test('an id is a UUID that is always the same for the same content', () => {
  expect(contentId('publication', 'xuhui-bao')).toMatch(
    /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
  );
  expect(contentId('publication', 'xuhui-bao')).toBe('038fc8be-5c4d-8a50-b2a6-bf0b54db9349');
});

test('the kind and the boundaries of the parts make different ids', () => {
  const ids = [
    contentId('issue', 'a', 'b'),
    contentId('page', 'a', 'b'),
    contentId('issue', 'ab'),
    contentId('issue', 'a', 'b', ''),
    contentId('issue', 'ab', ''),
  ];
  expect(new Set(ids).size).toBe(ids.length);
});
