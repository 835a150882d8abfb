import { sql } from 'drizzle-orm';
import { nameKey } from '../text/name-key.ts';
import { isSharedPost, postAt, postOf } from '../text/title.ts';
import { contentId } from './id.ts';
import { exclusiveOffices, rivalsOf } from './tenure-rival.ts';
import { readTenureSegments } from './tenure-segment.ts';
import type { TenureSegment } from './tenure-segment.ts';
import { anyId, pipelined } from './transaction.ts';
import type { Transaction } from './transaction.ts';

/**
 * Derives the tenures of these people again from their printed titles, and those of others that they divide, and writes
 * the ones that differ. `organisations` are those that the changed articles name.
 */
export async function deriveTenures(
  tx: Transaction,
  changed: ReadonlySet<string>,
  organisations: ReadonlySet<string> = new Set(),
): Promise<void> {
  if (changed.size === 0) return;
  const offices = await exclusiveOffices(tx, changed);
  const rivals = await rivalsOf(tx, changed, offices, organisations);
  const people = new Set([...changed, ...rivals]);
  const exclusive = rivals.length === 0 ? offices : await exclusiveOffices(tx, people);
  const rows = (await readTenureSegments(tx, people, exclusive)).map(tenureOf);
  await pipelined([
    tx.execute(
      sql`delete from tenures where person_id = ${anyId(people)} and not id = ${anyId(rows.map(({ id }) => id))}`,
    ),
    writeTenures(tx, rows),
  ]);
}

function writeTenures(tx: Transaction, rows: readonly ReturnType<typeof tenureOf>[]) {
  return tx.execute(sql`
    insert into tenures
    select t.* from json_populate_recordset(null::tenures, ${JSON.stringify(rows)}::json) t
    where not exists (select from tenures stored where stored.id = t.id and stored is not distinct from t)
    on conflict (id) do update set title = excluded.title, post = excluded.post, office = excluded.office,
      seat = excluded.seat,
      holder = excluded.holder, first_cited_on = excluded.first_cited_on,
      last_cited_on = excluded.last_cited_on, started_on = excluded.started_on, ended_by = excluded.ended_by,
      confidence = excluded.confidence`);
}

/** The row of a segment, with the names of its columns. */
function tenureOf(spell: TenureSegment) {
  const {
    personId,
    name,
    organisationId,
    organisationKey,
    title,
    office,
    modality,
    number,
    firstCitedOn,
    lastCitedOn,
    startedOn,
    endedBy,
    confidence,
  } = spell;
  const post = organisationKey === null ? postOf(title) : postAt(organisationKey, title);
  return {
    id: contentId('tenure', personId, organisationId ?? '', post, modality, number),
    person_id: personId,
    organisation_id: organisationId,
    title,
    post,
    office,
    modality,
    seat: seatOf(spell, post),
    holder: nameKey(name),
    first_cited_on: firstCitedOn,
    last_cited_on: lastCitedOn,
    started_on: startedOn,
    ended_by: endedBy,
    confidence,
  };
}

/**
 * The seat that a person holds. An acting holder has the same seat as a full one; who runs the daily work of an office,
 * or has it as an honour, has a seat of its own.
 */
function seatOf({ personId, organisationId, office, modality }: TenureSegment, post: string): string {
  const isShared = modality === 'HONORARY' || isSharedPost(post);
  const way =
    modality === 'ACTING' || modality === 'DEPUTY' || (isShared && modality === 'EXECUTIVE') ? 'FULL' : modality;
  return [office ?? `${organisationId ?? ''} ${post}`, way, ...(isShared || office === null ? [personId] : [])].join(
    ' ',
  );
}
