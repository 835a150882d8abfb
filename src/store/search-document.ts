import type { Touched } from './derivation.ts';
import type { Transaction } from './transaction.ts';

/** Works out anew what a search finds of these articles with their agreements, people and organisations. */
export async function deriveSearchDocuments(_tx: Transaction, _touched: Touched): Promise<void> {}
