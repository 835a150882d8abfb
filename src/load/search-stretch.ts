import { STRETCH_DAYS, dayNumber, stretchOf } from '../store/search-stretch.ts';

/** So many of the newest documents tell which the newest stretches are: a few may have a day that is far off by a misprint. */
const NEWEST = 16;

/** The matches as tables in SQL, those with all words in the headline or name and the others: those that fit conditions on `d`. */
export interface Tiers {
  readonly prominent: (...conditions: readonly string[]) => string;
  readonly elsewhere: (...conditions: readonly string[]) => string;
  /** The rank of the others on the first of all days; a day later it is one more. */
  readonly lowest: number;
}

/**
 * The first of the matches, as a table `page`. Where too few have all words in the headline or name, the others are looked for in the
 * newest stretches of time, and everywhere only if those have too few as well.
 *
 * What is found in the stretches counts from the day on since when they are complete: all that would rank higher lies in them,
 * whatever days there are.
 * @param until the last day that any may have, in SQL; null for any day
 * @param conditions on `d.rank` and `d.id`
 */
export function newestFirst({ prominent, elsewhere, lowest }: Tiers, until: string | null, conditions: readonly string[], limit: string): string[] {
  const best = (table: string, ...more: readonly string[]) =>
    `select * from (${table}) d where ${['true', ...conditions, ...more].join(' and ')} order by d.rank desc, d.id desc limit ${limit}`;
  const count = (table: string) => `(select count(*) from ${table})`;
  const short = (table: string) => `${count(table)} < ${limit}`;
  const stretches = `array(select n / ${STRETCH_DAYS} from newest union select n / ${STRETCH_DAYS} - 1 from newest)`;
  const complete = `(select greatest((min(n) / ${STRETCH_DAYS} - 1) * ${STRETCH_DAYS}, 1) from newest)`;
  return [
    `prominent as materialized (${best(prominent())})`,
    `newest as materialized (select ${dayNumber('d.day')} as n from search_documents d
      where d.day ${until === null ? 'is not null' : `<= ${until}`} order by d.day desc limit ${NEWEST})`,
    `near as materialized (${best(elsewhere(`${stretchOf('d.day')} && ${stretches}`), `d.rank >= ${lowest} + ${complete}`, short('prominent'))})`,
    `page as materialized (select * from (select * from prominent union all select * from near where ${count('near')} = ${limit}
      union all (${best(elsewhere(), short('prominent'), short('near'))})) d order by d.rank desc, d.id desc limit ${limit})`,
  ];
}
