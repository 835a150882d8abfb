import { textArrayLiteral } from '../../query/statement.ts';
import type { Bind } from '../../query/statement.ts';
import { dayNumber } from '../../store/date-bucket.ts';
import { searchDocuments, tenures } from '../../store/derived-tables.ts';
import { MARK } from '../../text/lexeme.ts';
import type { SearchQuery } from '../../text/search-query.ts';
import { lexeme, tsquery } from '../../text/tsquery.ts';
import { aliased, table } from '../table-alias.ts';

/**
 * Ranks come in bands: whatever is in a higher band comes first, by day or likeness within a band. A score is a rank in
 * units of a band.
 */
export const RANKS_A_BAND = 100_000;

const d = aliased(searchDocuments, 'd');
const t = aliased(tenures, 't');

/** The rank of the document `d` within a band: the later its day, the higher. */
export const recency = `least(greatest(${dayNumber(d.day)}, 0), ${RANKS_A_BAND - 1})`;

/**
 * The rank of a match that has all words in its headline or name. First come people and organisations with exactly this
 * name; then those with exactly this other name or pinyin, and people named beside a title; then those with these
 * initials, and whoever held exactly this office, the last holder first; then the rest, names by how much of them was
 * asked for, headlines and titles by their day.
 */
export function prominentRank({ key: typed, holders }: SearchQuery, bind: Bind): string {
  const key = bind(typed, 'text');
  const isInitials = `${d.lexemes} @@ ${bind(tsquery(lexeme(MARK.initials + typed)), 'tsquery')}`;
  const part = `${2 * RANKS_A_BAND} + coalesce((
    select max(length(${key}) * ${RANKS_A_BAND - 1} / length(name)) from unnest(${d.names}) name
    where strpos(name, ${key}) > 0), 0)`;
  const held = (
    posts: readonly string[],
  ) => `${3 * RANKS_A_BAND} + (select max(${dayNumber(t.lastCitedOn)}) from ${table(t)}
    where ${t.personId} = ${d.personId} and ${t.post} = any(${bind(textArrayLiteral(posts), 'text[]')}))`;
  const others =
    holders === null
      ? `else ${part}`
      : `when ${d.names} && ${bind(textArrayLiteral(holders.names), 'text[]')} then ${4 * RANKS_A_BAND}
    else coalesce(${held(holders.posts)}, ${part})`;
  return `case when ${d.type} not in ('PERSON', 'ORGANISATION') then ${2 * RANKS_A_BAND} + ${recency}
    when ${d.names}[1] = ${key} then ${5 * RANKS_A_BAND}
    when ${key} = any(${d.names}) then case when ${isInitials} then ${3 * RANKS_A_BAND} else ${4 * RANKS_A_BAND} end
    ${others} end`;
}
