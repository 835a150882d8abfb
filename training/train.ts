/**
 * `npm run train`: learns the weights of reading from all annotated texts and writes `src/extract/models.json`,
 * `src/parse/credit/weights.json` and `src/parse/labeller/weights.json`.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { trainAll } from './models.ts';
import { sources, textsOf } from './text.ts';

const { labeller, credits, models } = trainAll(sources.flatMap(textsOf));
const write = (file: string, value: unknown): void =>
  writeFileSync(join(import.meta.dirname, '../src', file), `${JSON.stringify(value, null, 1)}\n`);
write('extract/models.json', models);
write('parse/credit/weights.json', credits);
// a feature a line
const weights = Object.entries(labeller.weights).map(
  ([feature, own]) => `${JSON.stringify(feature)}: ${JSON.stringify(own)}`,
);
writeFileSync(
  join(import.meta.dirname, '../src/parse/labeller/weights.json'),
  `{"transitions": ${JSON.stringify(labeller.transitions)},\n"weights": {\n${weights.join(',\n')}\n}}\n`,
);
console.log(models.trainedOn);
