import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { readDocument, ROOT } from '../support/document.ts';
import { importsOf } from '../support/import-graph.ts';

const { text } = readDocument('ARCHITECTURE.md');
/** The parts of `src` in the code map, from the ground up. A file and a folder of one name are one part. */
const map = [...text.matchAll(/^\| `src\/([\w-]+)(?:\.ts|\/)`[ ,]/gm)].map(([, name = '']) => name);

const files = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => file.endsWith('.ts'));

const partOf = (file: string): string => (file.split('/')[0] ?? '').replace(/\.ts$/, '');

test('the code map names everything that stands in src', () => {
  expect(map.toSorted()).toEqual([...new Set(files.map(partOf))].toSorted());
});

test('the architecture names every folder of src', () => {
  const folders = new Set(files.filter((file) => file.includes('/')).map((file) => `src/${dirname(file)}/`));
  expect([...folders].filter((folder) => !text.includes(`\`${folder}\``))).toEqual([]);
});

test('what the code map names imports only from what stands above it', () => {
  const upwards = files.flatMap((file) =>
    importsOf(readFileSync(join(ROOT, 'src', file), 'utf8'))
      .filter((target) => target.startsWith('.'))
      .map((target) => join(file, '..', target).replaceAll('\\', '/'))
      .filter((target) => map.indexOf(partOf(target)) > map.indexOf(partOf(file)))
      .map((target) => `${file} imports ${target}`),
  );
  expect(upwards).toEqual([]);
});
