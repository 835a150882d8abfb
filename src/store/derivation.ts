import { deriveCoAppearances } from './co-appearance.ts';
import type { DirtySet } from './dirty-set.ts';
import { deriveEvents } from './event.ts';
import { deriveNamings } from './naming.ts';
import { deriveSearchDocuments } from './search-document.ts';
import { deriveTenures } from './tenure.ts';
import { pipelined } from './transaction.ts';
import type { Transaction } from './transaction.ts';

/** Derives everything again that depends on the dirty rows. What is stored already as it comes out is not written. */
export async function deriveFrom(tx: Transaction, dirty: DirtySet): Promise<void> {
  await pipelined([
    deriveEvents(tx, dirty.issues),
    deriveCoAppearances(tx, { ...dirty, people: new Set([...dirty.people, ...(dirty.coPresent ?? [])]) }),
    deriveTenures(tx, dirty.people, dirty.organisations),
    deriveNamings(tx, dirty),
  ]);
  await deriveSearchDocuments(tx, dirty);
}
