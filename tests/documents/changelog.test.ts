import { expect, test } from 'vitest';
import { readDocument } from '../support/document.ts';

const { text } = readDocument('CHANGELOG.md');
const headings = (level: string) =>
  [...text.matchAll(new RegExp(`^${level} (.*)$`, 'gm'))].map(([, heading]) => heading);

test('the changelog begins with what is not released, and dates every release', () => {
  const [first, ...releases] = headings('##');
  expect(first).toBe('[Unreleased]');
  for (const release of releases) expect(release).toMatch(/^\[\d+\.\d+\.\d+\] - \d{4}-\d{2}-\d{2}$/);
});

test('the changelog groups changes by the types of Keep a Changelog', () => {
  const types = ['Added', 'Changed', 'Deprecated', 'Removed', 'Fixed', 'Security'];
  expect(headings('###').filter((heading) => !types.includes(heading ?? ''))).toEqual([]);
});
