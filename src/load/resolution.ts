/** Who may be the same person, and what answers in the place of ids that are no more. */
import type { Order } from '../query/order.ts';
import { listOf, one } from '../query/relation.ts';
import { column, expression, record } from '../query/shape.ts';
import type { ValueOf } from '../query/shape.ts';
import { personLinks, personProfiles, redirects } from '../store/resolution-tables.ts';
import { people } from '../store/tables.ts';
import { person } from './node.ts';
import { aliased, table } from './table-alias.ts';

const p = aliased(people, 'p');
const r = aliased(redirects, 'r');
const l = aliased(personLinks, 'l');
const [f, g] = [aliased(personProfiles, 'f'), aliased(personProfiles, 'g')];

const candidate = record({
  id: expression<string>('c.id'),
  otherId: expression<string>('c.other_id'),
  score: expression<number>('c.score'),
  reasons: expression<(typeof personLinks.$inferSelect)['reasons']>('c.reasons'),
});
export type CandidateRecord = ValueOf<typeof candidate>;

/** The likest first. */
const byScore: { SCORE: Order } = {
  SCORE: {
    columns: [
      { sql: 'c.rank', type: 'integer' },
      { sql: 'c.other_id', type: 'uuid' },
    ],
    hasNulls: false,
    direction: 'DESC',
  },
};

/** Each candidate link, from the person of its one profile to that of the other. */
const candidatesFrom = (from: typeof l.one, to: typeof l.one) => `
  select ${f.personId} as id, ${g.personId} as other_id, ${l.score}, ${l.reasons}
  from ${table(f)} join ${table(l)} on ${from} = ${f.id} join ${table(g)} on ${g.id} = ${to}
  where ${l.status} = 'CANDIDATE' and ${f.personId} <> ${g.personId}`;

export const resolutionRelations = {
  /** The person with an id, or the one who answers in its place. */
  personAnswering: one({
    key: 'p.asked',
    shape: person(p),
    from: (ids) => `(
      select k.id as asked, ${p.id} as "id", ${['name', 'pinyin', 'confidence'].map((name) => `p."${name}"`).join(', ')}
      from unnest(${ids}) k(id) left join ${table(r)} on ${r.id} = k.id
        join ${table(p)} on ${p.id} = coalesce(${r.supersededBy}, k.id)) p`,
  }),

  /** What answers in the place of an id. */
  redirect: one({
    key: r.id,
    shape: record({ kind: column(r.kind), supersededBy: column(r.supersededBy) }),
    from: table(r),
  }),

  /** Who may be the same person as somebody, by the likest profiles of the two. */
  candidatesOfPerson: listOf('c.id', {
    shape: candidate,
    from: `(
      select id, other_id, max(score) as score, round(max(score) * 10)::int as rank,
        (array_agg(to_json(reasons) order by score desc))[1] as reasons
      from (${candidatesFrom(l.one, l.other)} union all ${candidatesFrom(l.other, l.one)}) e
      group by id, other_id) c`,
    orders: byScore,
    defaultOrder: 'SCORE',
  }),
};
