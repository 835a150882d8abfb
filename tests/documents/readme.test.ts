import { expect, test } from 'vitest';
import { readDocument } from '../support/document.ts';

test('the README is read in a few minutes: it has at most 8,000 bytes', () => {
  expect(Buffer.byteLength(readDocument('README.md').text)).toBeLessThanOrEqual(8_000);
});
