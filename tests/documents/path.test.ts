import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { globSync } from 'tinyglobby';
import { expect, test } from 'vitest';
import { codeBlocksOf, codeSpansOf, readDocuments, ROOT } from '../support/document.ts';

/** A changelog also names what is gone. */
const documents = readDocuments().filter(({ path }) => path !== 'CHANGELOG.md');
const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { scripts: object };

/** Paths from the root of the checkout. A word in capitals, such as NAME, is for the reader to replace. */
const PATH = /^(?:src|tests|bench|docs|drizzle|sdk|seeds|training|bin|\.ci)\/[\w./{},*-]*$/;

function missingPathsOf(text: string): readonly string[] {
  return codeSpansOf(text)
    .filter((code) => PATH.test(code) && !/\b[A-Z]{2,}\b/.test(code))
    .filter(
      (path) => globSync(path, { cwd: ROOT, expandDirectories: false, onlyFiles: false, dot: true }).length === 0,
    );
}

function unknownScriptsOf(text: string): readonly string[] {
  const code = [...codeBlocksOf(text).map((block) => block.code), ...codeSpansOf(text)].join('\n');
  const names = [...code.matchAll(/\bnpm run (?:--silent )?([\w:-]+)/g)].map(([, name = '']) => name);
  return names.filter((name) => !Object.hasOwn(scripts, name));
}

test.each(documents)('every path that $path names exists', ({ text }) => {
  expect(missingPathsOf(text)).toEqual([]);
});

test.each(documents)('every script that $path names exists', ({ text }) => {
  expect(unknownScriptsOf(text)).toEqual([]);
});

test('paths and scripts that do not exist are found, and names to replace are not taken for paths', () => {
  const text =
    'See `src/nowhere.ts`, `src/main.ts`, `tests/NAME.test.ts` and `src/store/{tables,chairs}.ts`.\n\n```sh\nnpm run dance-on\nnpm run check\n```\n';
  expect(missingPathsOf(text)).toEqual(['src/nowhere.ts']);
  expect(unknownScriptsOf(text)).toEqual(['dance-on']);
});
