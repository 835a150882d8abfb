import { deriveCoAppearances } from './co-appearance.ts';
import { deriveEvents } from './event.ts';
import { deriveNaming } from './naming.ts';
import { deriveSearchDocuments } from './search-document.ts';
import { deriveTenures } from './tenure.ts';
import { together } from './transaction.ts';
import type { Transaction } from './transaction.ts';

/**
 * What an import touched: what was worked out from it has to be worked out again. Ids of things that are gone are fine.
 */
export interface Touched {
  readonly people: ReadonlySet<string>;
  readonly organisations: ReadonlySet<string>;
  /** The articles that were stored. */
  readonly articles: readonly string[];
  /** Where they were stored, and where others were removed. */
  readonly issues: ReadonlySet<string>;
}

/**
 * Brings the derived tables and columns up to the rows that they are worked out from, all by ids: the same again writes
 * nothing.
 */
export async function deriveFrom(tx: Transaction, touched: Touched): Promise<void> {
  await together([
    deriveEvents(tx, touched.issues),
    deriveCoAppearances(tx, touched),
    deriveTenures(tx, touched.people),
    deriveNaming(tx, touched),
  ]);
  await deriveSearchDocuments(tx, touched);
}
