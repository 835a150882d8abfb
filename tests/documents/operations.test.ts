import { expect, test } from 'vitest';
import { runBanmian } from '../commands/banmian.ts';
import { readDocument } from '../support/document.ts';

test('docs/operations.md has every command that --help lists, in its order', async () => {
  const { stdout } = await runBanmian(['--help']);
  const listed = [...stdout.matchAll(/^ {2}([a-z-]+) /gm)].map(([, name]) => name);
  const { text } = readDocument('docs/operations.md');
  const documented = [...text.matchAll(/^\| `([a-z-]+)/gm)].map(([, name]) => name);
  expect(listed).not.toEqual([]);
  expect(documented).toEqual(listed);
});
