import { expect, test } from 'vitest';
import { parseMetadata } from '../../src/parse/metadata.ts';
import { codeIn, readDocument } from '../support/document.ts';

test('the metadata that docs/importing.md shows is valid', () => {
  const [metadata = ''] = codeIn(readDocument('docs/importing.md').text, 'json');
  expect(parseMetadata(metadata, 'docs/importing.md').publication.slug).toBe('xuhui-bao');
});
