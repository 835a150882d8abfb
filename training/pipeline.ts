/** Cross-validates the whole reading: every text is read by a tagger that was trained without it. */
import { readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAnnotation, checkAnnotation } from '../src/evaluate/annotation.ts';
import { scoreDocument } from '../src/evaluate/document.ts';
import { annotate } from '../src/extract/annotation.ts';
import { extractIssue } from '../src/extract/issue.ts';
import { modelsOf } from '../src/extract/models.ts';
import { ownerExamplesOf, ownerFileOf, trainOwners } from './owner.ts';
import { parsePage } from '../src/parse/page.ts';
import { exampleOf, fileOf, readTexts, train, Vocabulary } from './train.ts';

const sources: [string, string][] = [
  ['A', '/work/eval/A'], ['B', '/work/eval/B'], ['cases', '/work/shared/cases'],
  ['north', '/work/dev/texts/north'], ['city', '/work/dev/texts/city'], ['south', '/work/dev/texts/south'],
  ['sentences', 'tests/fresh/sentences'], ['articles', 'tests/fresh/articles'], ['fresh-pages', 'tests/fresh/pages'], ['pages', 'tests/pages'],
  ['dev', '/work/shared/dev'], ['dev-pages', '/work/shared/dev-pages'],
];
const isTrained = (source: string): boolean => !source.startsWith('dev');
const arg = (name: string): string | undefined => process.argv.find((a) => a.startsWith(`--${name}=`))?.slice(name.length + 3);
const folds = Number(arg('folds') ?? 4);
const walk = (path: string): string[] => readdirSync(path).sort().flatMap((name) => (statSync(join(path, name)).isDirectory() ? walk(join(path, name)) : [join(path, name)]));
const files = sources.flatMap(([source, folder]) => walk(folder).filter((f) => f.endsWith('.json') && !f.endsWith('.issue.json')).map((file) => ({ source, file })));
const foldOf = new Map(files.map(({ file }, i) => [file, i % folds]));
const vocabulary = new Vocabulary();
const ownerVocabulary = new Vocabulary();
const texts = sources.filter(([s]) => isTrained(s)).flatMap(([source, folder]) => readTexts(folder, source));
const examples = texts.map((text) => exampleOf(text, vocabulary));
const ownerExamples = texts.flatMap((text) => ownerExamplesOf(text, ownerVocabulary));
console.error('owner questions', ownerExamples.length);
console.error('examples', examples.length);
const only = arg('only')?.split(',');
const errorsOf = arg('errors');
const counts = new Map<string, { tp: number; fp: number; fn: number }>();
const errors: string[] = [];
for (let fold = 0; fold < folds; fold += 1) {
  const isIn = (e: { text: { id: string } }): boolean => foldOf.get(e.text.id.split('#')[0]!) !== fold;
  const models = modelsOf({
    tagger: fileOf(train(examples.filter(isIn), vocabulary.numbers.size), vocabulary),
    owner: ownerFileOf(trainOwners(ownerExamples.filter(isIn), ownerVocabulary.numbers.size), ownerVocabulary),
  });
  for (const { source, file } of files) {
    if (only && !only.includes(source)) continue;
    if (isTrained(source) ? foldOf.get(file) !== fold : fold !== 0) continue;
    const raw = readFileSync(file.replace(/json$/, 'txt'), 'utf8');
    const annotated = parseAnnotation(readFileSync(file, 'utf8'), file);
    const issue = parsePage(raw, file);
    const facts = extractIssue(issue, { district: null, city: null, publishedOn: null }, undefined, models);
    for (const { tally } of scoreDocument(annotated, checkAnnotation(annotate(issue, facts), file), raw)) {
      for (const [category, count] of tally.counts) {
        const key = `${source}\t${category}`;
        const sum = counts.get(key) ?? { tp: 0, fp: 0, fn: 0 };
        counts.set(key, { tp: sum.tp + count.tp, fp: sum.fp + count.fp, fn: sum.fn + count.fn });
      }
      if (errorsOf && source !== 'B') for (const m of tally.mismatches) if (m.category.startsWith(errorsOf)) errors.push(`${source} ${file.split('/').at(-1)} ${JSON.stringify(m)}`);
    }
  }
  console.error('fold', fold);
}
const categories = ['person', 'person+title', 'person+title+org', 'role', 'org-canonical', 'org-any-alias', 'org-alias-links', 'agreement-found', 'agreement-exact', 'headline+boundaries', 'byline'];
const shown = sources.map(([s]) => s).filter((s) => !only || only.includes(s));
console.log(''.padEnd(20) + shown.map((s) => s.padStart(11)).join('') + '     pooled');
for (const category of categories) {
  const f1 = ({ tp, fp, fn }: { tp: number; fp: number; fn: number }): string => `${(200 * tp / (2 * tp + fp + fn || 1)).toFixed(1)}(${tp + fn})`;
  const pool = { tp: 0, fp: 0, fn: 0 };
  console.log(category.padEnd(20) + shown.map((s) => {
    const c = counts.get(`${s}\t${category}`) ?? { tp: 0, fp: 0, fn: 0 };
    pool.tp += c.tp; pool.fp += c.fp; pool.fn += c.fn;
    return f1(c).padStart(11);
  }).join('') + f1(pool).padStart(11));
}
if (errorsOf) writeFileSync('/tmp/pipeline-errors.txt', errors.join('\n'));
