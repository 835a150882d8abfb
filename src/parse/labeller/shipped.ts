import { readFileSync } from 'node:fs';
import { labellerOf, type LabellerFile, type LabelLines } from './labeller.ts';

let shipped: LabelLines | undefined;

/** Labels lines by the weights that `npm run train` has written. */
export function shippedLabeller(): LabelLines {
  shipped ??= labellerOf(JSON.parse(readFileSync(new URL('weights.json', import.meta.url), 'utf8')) as LabellerFile);
  return shipped;
}
