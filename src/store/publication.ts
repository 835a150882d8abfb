import { eq, sql } from 'drizzle-orm';
import type { StatedPublication } from '../parse/metadata.ts';
import { contentId } from './id.ts';
import { deriveParents } from './organisation.ts';
import { identityOf } from './organisation-identity.ts';
import { organisations, publications } from './tables.ts';
import { anyId } from './transaction.ts';
import type { Transaction } from './transaction.ts';

export function publicationIdOf(slug: string): string {
  return contentId('publication', slug);
}

/** Stores the publication and adds what is newly known of it. Returns its id, and that of the stated district. */
export async function savePublication(
  tx: Transaction,
  { slug, name, frequency, district, city }: StatedPublication,
): Promise<{ readonly id: string; readonly districtId: string | null }> {
  const id = publicationIdOf(slug);
  const districtId = district === null ? null : await saveDistrict(tx, district, id);
  await tx
    .insert(publications)
    .values({ id, slug, name, frequency, districtId, city })
    .onConflictDoUpdate({
      target: publications.id,
      set: {
        name: sql`excluded.name`,
        // An earlier page may have stated what this one leaves out.
        frequency: sql`coalesce(excluded.frequency, ${publications.frequency})`,
        districtId: sql`coalesce(excluded.district_id, ${publications.districtId})`,
        city: sql`coalesce(excluded.city, ${publications.city})`,
      },
    });
  return { id, districtId };
}

/** Removes those of the publications that have no issues any more. Returns them, each with its stated district. */
export async function prunePublications(
  tx: Transaction,
  ids: Iterable<string>,
): Promise<readonly { readonly districtId: string | null }[]> {
  return tx.execute<{ districtId: string | null }>(sql`
    delete from publications u where id = ${anyId(ids)}
      and not exists (select from issues where publication_id = u.id)
    returning district_id as "districtId"`);
}

/** The district is an ordinary organisation: a 区 that signs an agreement is the same one. Returns its id. */
async function saveDistrict(tx: Transaction, name: string, publicationId: string): Promise<string> {
  const { canonical, ancestors } = identityOf(name, publicationId);
  const [known] = await tx
    .select({ id: organisations.id })
    .from(organisations)
    .where(eq(organisations.canonical, canonical));
  if (known !== undefined) return known.id;
  const id = contentId('organisation', name);
  await tx
    .insert(organisations)
    .values({ id, key: name, canonical, ancestors: [...ancestors], name, kind: 'GOVERNMENT' });
  await deriveParents(tx, [canonical]);
  return id;
}
