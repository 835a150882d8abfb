import { BUCKET_DAYS, bucketNumber, bucketsOf, dayNumber } from '../../store/date-bucket.ts';
import type { BucketSize } from '../../store/date-bucket.ts';
import { searchDocuments } from '../../store/derived-tables.ts';
import { aliased, table } from '../table-alias.ts';

const d = aliased(searchDocuments, 'd');

/**
 * So many of the newest documents tell which buckets are the newest. One would not do: a few may have a day that a
 * misprint puts far off.
 */
const NEWEST = 16;

/** Matches whose ranks lie in one band, as a table in SQL: those that satisfy conditions on `d`. */
export interface RankBand {
  readonly matching: (...conditions: readonly string[]) => string;
  /** The rank on the first of all days; a day later it is one more. */
  readonly lowest: number;
  /**
   * Which buckets are searched before all others: long ones where few documents match; null where hardly any do, or
   * where not all are ranked by day.
   */
  readonly bucket: BucketSize | null;
}

/**
 * The first of the matches, as a table `page`: of the `prominent`, which have all words in the headline or name, and
 * where these are too few of those `elsewhere`. They are looked for in the newest buckets, and everywhere only if those
 * have too few.
 *
 * Matches found in the buckets count from the day since which the buckets are complete: all that would rank higher lies
 * in them, whatever days there are.
 * @param until the last day that any may have, in SQL; null for any day
 * @param conditions on `d.rank` and `d.id`
 */
export function newestFirst(
  prominent: RankBand,
  elsewhere: RankBand,
  until: string | null,
  conditions: readonly string[],
  limit: string,
): string[] {
  const best = (matches: string, ...more: readonly string[]) =>
    `select * from (${matches}) d where ${['true', ...conditions, ...more].join(' and ')}
      order by d.rank desc, d.id desc limit ${limit}`;
  const count = (name: string) => `(select count(*) from ${name})`;
  const isShort = (name: string) => `${count(name)} < ${limit}`;
  const tables = (name: string, { matching, lowest, bucket }: RankBand, ...more: readonly string[]) => {
    if (bucket === null) return [`${name} as materialized (${best(matching(), ...more)})`];
    const days = BUCKET_DAYS[bucket];
    const newest = `select ${bucketNumber('day', bucket)} from newest
      union select ${bucketNumber(`(min(day) - ${days})`, bucket)} from newest`;
    const complete = `(select greatest((min(day) / ${days} - 1) * ${days}, 1) from newest)`;
    const near = best(
      matching(`${bucketsOf(d.day)} && array(${newest})`),
      `d.rank >= ${lowest} + ${complete}`,
      ...more,
    );
    return [
      `near_${name} as materialized (${near})`,
      `${name} as materialized (select * from near_${name} where ${count(`near_${name}`)} = ${limit}
        union all (${best(matching(), isShort(`near_${name}`), ...more)}))`,
    ];
  };
  return [
    `newest as materialized (select ${dayNumber(d.day)} as day from ${table(d)}
      where ${d.day} ${until === null ? 'is not null' : `<= ${until}`} order by ${d.day} desc limit ${NEWEST})`,
    ...tables('prominent', prominent),
    ...tables('elsewhere', elsewhere, isShort('prominent')),
    `page as materialized (select * from (select * from prominent union all select * from elsewhere) d
      order by d.rank desc, d.id desc limit ${limit})`,
  ];
}
