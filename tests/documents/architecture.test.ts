import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { readDocument, ROOT } from '../support/document.ts';

const { text } = readDocument('ARCHITECTURE.md');
/** The files and folders of `src` in the code map, from the ground up. */
const map = [...text.matchAll(/^\| `src\/([\w.-]+)\/?` \|/gm)].map(([, name = '']) => name);

const files = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => file.endsWith('.ts'));

/** The first step of a path under `src`: a folder, or a file that is in none. */
const partOf = (file: string): string => file.split('/')[0] ?? '';

test('the code map names everything that stands in src', () => {
  expect(map.toSorted()).toEqual([...new Set(files.map(partOf))].toSorted());
});

test('the architecture names every folder of src', () => {
  const folders = new Set(files.filter((file) => file.includes('/')).map((file) => `src/${dirname(file)}/`));
  expect([...folders].filter((folder) => !text.includes(`\`${folder}\``))).toEqual([]);
});

test('what the code map names imports only from what stands above it', () => {
  const upwards = files.flatMap((file) =>
    [...readFileSync(join(ROOT, 'src', file), 'utf8').matchAll(/(?:from|import\()\s*'(\.[^']+)'/g)]
      .map(([, target = '']) => join(file, '..', target).replaceAll('\\', '/'))
      .filter((target) => map.indexOf(partOf(target)) > map.indexOf(partOf(file)))
      .map((target) => `${file} imports ${target}`),
  );
  expect(upwards).toEqual([]);
});
