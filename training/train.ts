/** `npm run train`: learns the weights of reading from all annotated texts and writes `src/extract/models.json`. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { trainModels } from './models.ts';
import { sources, textsOf } from './text.ts';

const models = trainModels(sources.flatMap(textsOf));
writeFileSync(join(import.meta.dirname, '../src/extract/models.json'), `${JSON.stringify(models, null, 1)}\n`);
console.log(models.trainedOn);
