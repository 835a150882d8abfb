import { sql } from 'drizzle-orm';
import type { Transaction } from '../transaction.ts';
import type { Cells, RowChange } from './judged-row.ts';

/**
 * Puts another organisation in the place of a party, or none. Whoever signed for the party signs for the other one; for
 * nobody if there is none.
 */
export async function partyChange(tx: Transaction, party: Cells, to: string | null): Promise<RowChange[]> {
  const match = { agreement_id: party['agreement_id'], organisation_id: party['organisation_id'] };
  const isThere = to !== null && (await rowsOf(tx, 'agreement_parties', { ...match, organisation_id: to })).length > 0;
  return [
    ...(to === null || isThere
      ? []
      : [{ operation: 'INSERT', relation: 'agreement_parties', cells: { ...party, organisation_id: to } } as const]),
    {
      operation: 'UPDATE',
      relation: 'agreement_people',
      match: { agreement_id: party['agreement_id'], on_behalf_of_id: party['organisation_id'] },
      cells: { on_behalf_of_id: to },
    },
    { operation: 'DELETE', relation: 'agreement_parties', match },
  ];
}

/** Puts another person in the place of a signatory, or nobody. */
export async function signatoryChange(tx: Transaction, signatory: Cells, to: string | null): Promise<RowChange[]> {
  const match = {
    agreement_id: signatory['agreement_id'],
    person_id: signatory['person_id'],
    capacity: signatory['capacity'],
  };
  const isThere = to !== null && (await rowsOf(tx, 'agreement_people', { ...match, person_id: to })).length > 0;
  if (to === null || isThere) return [{ operation: 'DELETE', relation: 'agreement_people', match }];
  return [{ operation: 'UPDATE', relation: 'agreement_people', match, cells: { person_id: to } }];
}

/** Takes an agreement out, with its parties and people; those first that refer to others. */
export function agreementRemoval(id: unknown): RowChange[] {
  return [
    { operation: 'DELETE', relation: 'agreement_people', match: { agreement_id: id } },
    { operation: 'DELETE', relation: 'agreement_parties', match: { agreement_id: id } },
    { operation: 'DELETE', relation: 'agreements', match: { id } },
  ];
}

/** The rows with these cells. */
export async function rowsOf(
  tx: Transaction,
  relation: 'articles' | 'agreement_parties' | 'agreement_people',
  match: Cells,
): Promise<Cells[]> {
  const table = sql.identifier(relation);
  const equal = Object.keys(match).map((name) => sql`t.${sql.identifier(name)} = m.${sql.identifier(name)}`);
  const rows = await tx.execute<{ cells: Cells }>(sql`
    select to_jsonb(t) as cells
    from ${table} t, jsonb_populate_record(null::${table}, ${JSON.stringify(match)}::text::jsonb) m
    where ${sql.join(equal, sql` and `)}`);
  return rows.map(({ cells }) => cells);
}
