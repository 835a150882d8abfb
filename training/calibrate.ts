/**
 * `npm run calibrate`: measures on annotated texts how often readings are right, writes what `src/extract/confidence`
 * rates by, and how well that holds into `docs/confidence.md`. Run again over the same texts and readers, it
 * writes the same bytes. Stored facts have new figures when their pages are read again: see `IMPORTER_VERSION`.
 */
import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { factKinds } from '../src/extract/confidence/calibration.ts';
import { fitCalibration, observe } from './fit-calibration.ts';
import type { RatedReading } from './fit-calibration.ts';
import { judgeFolder } from './judged-text.ts';
import { reliabilityTable, summaryTable } from './reliability.ts';

const ROOT = join(import.meta.dirname, '..');
const OUT = join(ROOT, 'src/extract/confidence/calibration.json');
const PAGE = join(ROOT, 'docs/confidence.md');
/** Annotated texts that no rule was written for, a folder each source: figures of others would be too good. */
const TEXTS = join(import.meta.dirname, 'texts');

const folders = (await readdir(TEXTS)).sort();
const sources = await Promise.all(folders.map((folder) => judgeFolder(join(TEXTS, folder))));

/** Readings of each source, rated by what the other sources tell. */
const unseen = new Map(factKinds.map((kind) => [kind, [] as RatedReading[]]));
for (const own of sources) {
  const others = fitCalibration(sources.filter((source) => source !== own).flat());
  for (const [kind, readings] of observe(own, others)) unseen.get(kind)?.push(...readings);
}
const tables = `${summaryTable(unseen)}\n\n${reliabilityTable([...unseen.values()].flat())}`;
await writeFile(OUT, `${JSON.stringify(fitCalibration(sources.flat()), null, 2)}\n`);
const page = await readFile(PAGE, 'utf8');
await writeFile(
  PAGE,
  page.replace(/(?<=<!-- measured -->\n)[^]*(?=<!-- end -->)/, () => `\n${tables}\n\n`),
);
console.log(tables);
