import type { Transaction } from './transaction.ts';

/** Works out anew the tenures of these people from the titles that they are printed with. */
export async function deriveTenures(_tx: Transaction, _people: ReadonlySet<string>): Promise<void> {}
