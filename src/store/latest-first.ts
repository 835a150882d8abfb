import type { ExtraConfigColumn } from 'drizzle-orm/pg-core';

/**
 * The last columns of an index for lists with the latest first, and rows without the day or number last: the order in
 * which pages of a list are read.
 */
export function latestFirst(
  day: ExtraConfigColumn,
  id: ExtraConfigColumn,
): [Partial<ExtraConfigColumn>, Partial<ExtraConfigColumn>] {
  return [day.desc().nullsLast(), id.desc().nullsLast()];
}
