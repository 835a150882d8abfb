import { STRETCH_DAYS, dayNumber, stretchOf } from '../store/search-stretch.ts';

/** So many of the newest documents tell which the newest stretches are: a few may have a day that is far off by a misprint. */
const NEWEST = 16;

/** Matches as a table in SQL: those that fit conditions on `d`. */
export interface Tier {
  readonly matching: (...conditions: readonly string[]) => string;
  /** The rank on the first of all days; a day later it is one more. */
  readonly lowest: number;
  /** How many stretches are looked through before all others: more where fewer match. None if it is not by their day that all are ranked. */
  readonly stretches: number;
}

/**
 * The first of the matches, as a table `page`: of the `prominent`, which have all words in the headline or name, and where they are too few
 * of those `elsewhere`. They are looked for in the newest stretches of time, and everywhere only if those have too few.
 *
 * What is found in the stretches counts from the day on since when they are complete: all that would rank higher lies in them,
 * whatever days there are.
 * @param until the last day that any may have, in SQL; null for any day
 * @param conditions on `d.rank` and `d.id`
 */
export function newestFirst(prominent: Tier, elsewhere: Tier, until: string | null, conditions: readonly string[], limit: string): string[] {
  const best = (table: string, ...more: readonly string[]) =>
    `select * from (${table}) d where ${['true', ...conditions, ...more].join(' and ')} order by d.rank desc, d.id desc limit ${limit}`;
  const count = (table: string) => `(select count(*) from ${table})`;
  const short = (table: string) => `${count(table)} < ${limit}`;
  const tables = (name: string, { matching, lowest, stretches }: Tier, ...more: readonly string[]) => {
    if (stretches === 0) return [`${name} as materialized (${best(matching(), ...more)})`];
    const last = '(select min(stretch) from newest)';
    const first = `${last} - ${stretches - 1}`;
    const near = best(
      matching(`${stretchOf('d.day')} && array(select stretch from newest union select generate_series(${first}, ${last}))`),
      `d.rank >= ${lowest} + greatest((${first}) * ${STRETCH_DAYS}, 1)`, ...more,
    );
    return [
      `near_${name} as materialized (${near})`,
      `${name} as materialized (select * from near_${name} where ${count(`near_${name}`)} = ${limit} union all (${best(matching(), short(`near_${name}`), ...more)}))`,
    ];
  };
  return [
    `newest as materialized (select ${dayNumber('d.day')} / ${STRETCH_DAYS} as stretch from search_documents d
      where d.day ${until === null ? 'is not null' : `<= ${until}`} order by d.day desc limit ${NEWEST})`,
    ...tables('prominent', prominent),
    ...tables('elsewhere', elsewhere, short('prominent')),
    `page as materialized (select * from (select * from prominent union all select * from elsewhere) d order by d.rank desc, d.id desc limit ${limit})`,
  ];
}
