/**
 * `npm run cross-validate [-- --folds N] [--extra FOLDER …] [--errors CATEGORY] [--json FILE]`: how well texts are read that nothing
 * was learned from. The texts are dealt out to N folds (4 unless told); each is read with weights learned from the other
 * folds. Folders given by `--extra` are read and never learned from. `--json` writes what was counted, without them, in
 * the form of `docs/accuracy.json`.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { checkAnnotation } from '../src/evaluate/annotation.ts';
import { scoreDocument } from '../src/evaluate/document.ts';
import { categories } from '../src/evaluate/tally.ts';
import type { Category, Count } from '../src/evaluate/tally.ts';
import { annotate } from '../src/extract/annotation.ts';
import { extractIssue } from '../src/extract/issue.ts';
import { modelsOf } from '../src/extract/models.ts';
import { creditReaderOf } from '../src/parse/credit/reader.ts';
import { labellerOf } from '../src/parse/labeller/labeller.ts';
import { trainAll } from './models.ts';
import { parsed, sources, textsOf } from './text.ts';

const { values } = parseArgs({
  options: {
    folds: { type: 'string', default: '4' },
    extra: { type: 'string', multiple: true, default: [] },
    errors: { type: 'string' },
    json: { type: 'string' },
  },
});
const folds = Number(values.folds);
const texts = sources.flatMap(textsOf);
const extras = values.extra.flatMap(textsOf);
const counts = new Map<string, Map<Category, Count>>();
const none: Count = { tp: 0, fp: 0, fn: 0 };
const add = (a: Count, b: Count): Count => ({ tp: a.tp + b.tp, fp: a.fp + b.fp, fn: a.fn + b.fn });
for (let fold = 0; fold < folds; fold += 1) {
  const trained = trainAll(texts.filter((_, i) => i % folds !== fold));
  const models = modelsOf(trained.models);
  const labelLines = labellerOf(trained.labeller);
  const readCredits = creditReaderOf(trained.credits);
  for (const text of [...texts.filter((_, i) => i % folds === fold), ...(fold === 0 ? extras : [])]) {
    const { source, id, raw, issue, annotation } = parsed(text, labelLines, readCredits);
    const facts = extractIssue(issue, { district: null, city: null, publishedOn: null }, undefined, models);
    const sums = counts.get(source) ?? new Map<Category, Count>();
    counts.set(source, sums);
    for (const { tally } of scoreDocument(annotation, checkAnnotation(annotate(issue, facts), id), raw)) {
      for (const [category, count] of tally.counts) sums.set(category, add(sums.get(category) ?? none, count));
      for (const { category, kind, what } of tally.mismatches)
        if (values.errors && category.startsWith(values.errors)) console.log(`${id}\t${kind}\t${category}\t${what}`);
    }
  }
}
const rows = [...counts.keys()];
const pooled = (category: Category): Count =>
  rows.reduce((sum, row) => add(sum, counts.get(row)!.get(category) ?? none), none);
const f1 = ({ tp, fp, fn }: Count): string =>
  tp + fp + fn === 0 ? '–' : `${((200 * tp) / (2 * tp + fp + fn)).toFixed(1)} (${tp + fn})`;
console.log(
  ['', ...rows.map((row) => row.split('/').at(-1)!), 'all']
    .map((cell, i) => (i ? cell.padStart(12) : cell.padEnd(22)))
    .join(''),
);
for (const category of categories)
  console.log(
    [category, ...rows.map((row) => f1(counts.get(row)!.get(category) ?? none)), f1(pooled(category))]
      .map((cell, i) => (i ? cell.padStart(12) : cell.padEnd(22)))
      .join(''),
  );
if (values.json !== undefined) {
  const own = rows.filter((row) => sources.includes(row));
  const cells = (row: string) => [...counts.get(row)!].map(([category, { tp, fp, fn }]) => [category, [tp, fp, fn]]);
  const measured = Object.fromEntries(own.map((row) => [row, Object.fromEntries(cells(row)) as unknown]));
  // A category a line.
  const lines = JSON.stringify(measured, null, 1).replaceAll(/\[\s+(\d+),\s+(\d+),\s+(\d+)\s+\]/g, '[$1, $2, $3]');
  writeFileSync(values.json, `${lines}\n`);
}
