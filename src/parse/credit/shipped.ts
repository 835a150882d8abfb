import { readFileSync } from 'node:fs';
import { creditReaderOf, type CreditFile, type CreditReader } from './reader.ts';

let shipped: CreditReader | undefined;

/** Reads credits by the weights that `npm run train` has written. */
export function shippedCredits(): CreditReader {
  shipped ??= creditReaderOf(JSON.parse(readFileSync(new URL('weights.json', import.meta.url), 'utf8')) as CreditFile);
  return shipped;
}
