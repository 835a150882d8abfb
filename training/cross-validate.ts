import { exampleOf, GOLD, NEUTRAL, read, readTexts, train, Vocabulary, type Example } from './train.ts';
import { labels } from '../src/extract/tagger/lattice.ts';

const t0 = Date.now();
const sources: [string, string][] = [
  ['field', '/work/shared/field'], ['cases', '/work/shared/cases'],
  ['sentences', 'tests/fresh/sentences'], ['articles', 'tests/fresh/articles'], ['fresh-pages', 'tests/fresh/pages'], ['pages', 'tests/pages'],
  ['north', '/work/dev/texts/north'], ['city', '/work/dev/texts/city'], ['south', '/work/dev/texts/south'],
  ['dev', '/work/shared/dev'], ['dev-pages', '/work/shared/dev-pages'],
];
const texts = sources.flatMap(([source, folder]) => readTexts(folder, source));
const vocabulary = new Vocabulary();
const missed: string[] = [];
const examples = texts.map((text) => exampleOf(text, vocabulary, missed));
console.log(texts.length, 'articles', examples.reduce((n, e) => n + e.lattice.text.length, 0), 'characters', examples.reduce((n, e) => n + e.states.length, 0), 'candidates', vocabulary.numbers.size, 'features', missed.length, 'gold places without candidate', Date.now() - t0, 'ms');
if (process.argv.includes('--missed')) console.log(missed.join('\n'));
const counts = labels.map((_, l) => examples.reduce((n, e) => n + e.states.reduce((m, s, i) => m + (s === GOLD && e.lattice.candidates[i]!.label === l ? 1 : 0), 0), 0));
console.log('gold', labels.map((l, i) => `${l} ${counts[i]}`).join(' '));

/** Folds: dev and dev-pages are never trained on. The others in 4 folds by text. */
const folds = Number(process.argv.find((a) => a.startsWith('--folds='))?.slice(8) ?? 4);
const trainable = (e: Example): boolean => !e.text.source.startsWith('dev');
const fileOf = (e: Example): string => e.text.id.split('#')[0]!;
const files = [...new Set(examples.map(fileOf))];
const foldOf = new Map(files.map((f, i) => [f, i % folds]));
const tally = new Map<string, [number, number, number]>();
const bump = (key: string, i: 0 | 1 | 2): void => { const t = tally.get(key) ?? [0, 0, 0]; t[i] += 1; tally.set(key, t); };
const errors: string[] = [];
const score = (example: Example, model: ReturnType<typeof train>): void => {
  const got = read(example, model);
  const { candidates, text } = example.lattice;
  const state = new Map<string, number>();
  example.states.forEach((s, i) => { if (s) state.set(`${candidates[i]!.start} ${candidates[i]!.end} ${candidates[i]!.label}`, s); });
  // sets of strings per label
  for (let l = 0; l < 4; l += 1) {
    const key = (a: { start: number; end: number }): string => (l === 1 ? `${a.start}` : '') + text.slice(a.start, a.end);
    const gold = new Set<string>(); const neutral = new Set<string>();
    candidates.forEach((c, i) => { if (c.label === l && example.states[i] === GOLD) gold.add(key(c)); if (c.label === l && example.states[i] === NEUTRAL) neutral.add(key(c)); });
    const mine = new Set(got.filter((g) => g.label === l).map(key));
    for (const g of gold) { bump(`${example.text.source}\t${labels[l]}`, mine.has(g) ? 0 : 2); if (!mine.has(g)) errors.push(`${example.text.id} MISS ${labels[l]} ${g}`); }
    for (const m of mine) if (!gold.has(m) && !neutral.has(m)) { bump(`${example.text.source}\t${labels[l]}`, 1); errors.push(`${example.text.id} EXTRA ${labels[l]} ${m}`); }
  }
};
const options = Object.fromEntries(process.argv.filter((a) => /^--(epochs|rate|decay)=/.test(a)).map((a) => [a.slice(2).split('=')[0], Number(a.split('=')[1])]));
for (let fold = 0; fold < folds; fold += 1) {
  const model = train(examples.filter((e) => trainable(e) && foldOf.get(fileOf(e)) !== fold), vocabulary.numbers.size, options);
  for (const e of examples) if (trainable(e) ? foldOf.get(fileOf(e)) === fold : fold === 0) score(e, model);
  console.log('fold', fold, Date.now() - t0, 'ms');
  if (process.argv.includes('--one')) break;
}
console.log(''.padEnd(14) + labels.map((l) => l.padStart(24)).join(''));
for (const [source] of sources)
  console.log(source.padEnd(14) + labels.map((l) => { const [tp, fp, fn] = tally.get(`${source}\t${l}`) ?? [0, 0, 0]; const p = tp / (tp + fp || 1), r = tp / (tp + fn || 1); return `${(100 * p).toFixed(0)} ${(100 * r).toFixed(0)} ${(200 * p * r / (p + r || 1)).toFixed(1)} (${tp + fn})`.padStart(24); }).join(''));
if (process.argv.includes('--errors')) console.log(errors.filter((e) => !/EVALB/.test(e)).join('\n'));
