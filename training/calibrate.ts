/**
 * `npm run calibrate`: measures on annotated texts how often readings are right, writes what `src/extract/confidence`
 * rates by, and how well that holds into `docs/confidence.md`. Run again over the same texts and readers, it writes the
 * same bytes. Stored facts have new figures when their pages are read again: see `IMPORTER_VERSION`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { factKinds } from '../src/extract/confidence/calibration.ts';
import { modelsOf } from '../src/extract/models.ts';
import { fitCalibration, observe } from './fit-calibration.ts';
import type { RatedReading } from './fit-calibration.ts';
import { judgeText } from './judged-text.ts';
import { creditReaderOf } from '../src/parse/credit/reader.ts';
import { labellerOf } from '../src/parse/labeller/labeller.ts';
import { trainAll } from './models.ts';
import { reliabilityTable, summaryTable } from './reliability.ts';
import { parsed, sources, textsOf } from './text.ts';

const ROOT = join(import.meta.dirname, '..');
const OUT = join(ROOT, 'src/extract/confidence/calibration.json');
const PAGE = join(ROOT, 'docs/confidence.md');

/** The sources that no rule was written for: figures of others would be too good. */
const fresh = sources.filter((source) => source.startsWith('training/'));
/** Sources are dealt out to so many folds; each is read with models that were trained on the other folds. */
const FOLDS = 3;

const texts = new Map(sources.map((source) => [source, textsOf(source)]));
const textsIn = (some: readonly string[]) => some.flatMap((source) => texts.get(source) ?? []);
const judged = Array.from({ length: FOLDS }, (_, fold) => {
  const own = fresh.filter((_, i) => i % FOLDS === fold);
  const trained = trainAll(textsIn(sources.filter((source) => !own.includes(source))));
  const models = modelsOf(trained.models);
  const labelLines = labellerOf(trained.labeller);
  const readCredits = creditReaderOf(trained.credits);
  return own.map((source) => textsIn([source]).map((text) => judgeText(parsed(text, labelLines, readCredits), models)));
}).flat();

/** The readings of each source, rated by what those of the other sources tell. */
const unseen = new Map(factKinds.map((kind) => [kind, [] as RatedReading[]]));
for (const own of judged) {
  const others = fitCalibration(judged.filter((source) => source !== own).flat());
  for (const [kind, readings] of observe(own, others)) unseen.get(kind)?.push(...readings);
}
const tables = `${summaryTable(unseen)}\n\n${reliabilityTable([...unseen.values()].flat())}`;
writeFileSync(OUT, `${JSON.stringify(fitCalibration(judged.flat()), null, 2)}\n`);
const page = readFileSync(PAGE, 'utf8');
writeFileSync(
  PAGE,
  page.replace(/(?<=<!-- measured -->\n)[^]*(?=<!-- end -->)/, () => `\n${tables}\n\n`),
);
console.log(tables);
