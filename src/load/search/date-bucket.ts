import { searchDocuments } from '../../store/derived-tables.ts';
import { STRETCH_DAYS, dayNumber, stretchNumber, stretchesOf } from '../../store/search-stretch.ts';
import type { Stretch } from '../../store/search-stretch.ts';
import { aliased, table } from '../table-alias.ts';

const d = aliased(searchDocuments, 'd');

/**
 * So many of the newest documents tell which the newest stretches are: a few may have a day that is far off by a
 * misprint.
 */
const NEWEST = 16;

/** Matches as a table in SQL: those that fit conditions on `d`. */
export interface RankBand {
  readonly matching: (...conditions: readonly string[]) => string;
  /** The rank on the first of all days; a day later it is one more. */
  readonly lowest: number;
  /**
   * Which stretches are looked through before all others: long ones where few match; none where hardly any do or not
   * all are ranked by day.
   */
  readonly stretch: Stretch | null;
}

/**
 * The first of the matches, as a table `page`: of the `prominent`, which have all words in the headline or name, and
 * where they are too few of those `elsewhere`. They are looked for in the newest stretches of time, and everywhere only
 * if those have too few.
 *
 * What is found in the stretches counts from the day on since when they are complete: all that would rank higher lies
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
  const best = (table: string, ...more: readonly string[]) =>
    `select * from (${table}) d where ${['true', ...conditions, ...more].join(' and ')} order by d.rank desc, d.id desc limit ${limit}`;
  const count = (table: string) => `(select count(*) from ${table})`;
  const short = (table: string) => `${count(table)} < ${limit}`;
  const tables = (name: string, { matching, lowest, stretch }: RankBand, ...more: readonly string[]) => {
    if (stretch === null) return [`${name} as materialized (${best(matching(), ...more)})`];
    const days = STRETCH_DAYS[stretch];
    const newest = `select ${stretchNumber('day', stretch)} from newest union select ${stretchNumber(`(min(day) - ${days})`, stretch)} from newest`;
    const complete = `(select greatest((min(day) / ${days} - 1) * ${days}, 1) from newest)`;
    const near = best(
      matching(`${stretchesOf(d.day)} && array(${newest})`),
      `d.rank >= ${lowest} + ${complete}`,
      ...more,
    );
    return [
      `near_${name} as materialized (${near})`,
      `${name} as materialized (select * from near_${name} where ${count(`near_${name}`)} = ${limit} union all (${best(matching(), short(`near_${name}`), ...more)}))`,
    ];
  };
  return [
    `newest as materialized (select ${dayNumber(d.day)} as day from ${table(d)}
      where ${d.day} ${until === null ? 'is not null' : `<= ${until}`} order by ${d.day} desc limit ${NEWEST})`,
    ...tables('prominent', prominent),
    ...tables('elsewhere', elsewhere, short('prominent')),
    `page as materialized (select * from (select * from prominent union all select * from elsewhere) d order by d.rank desc, d.id desc limit ${limit})`,
  ];
}
