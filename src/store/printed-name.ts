/**
 * SQL for the names that a person or an organisation is printed by; `id` is SQL for its id. The names come one after
 * the other through an index, for somebody mentioned ten thousand times has but a handful of them.
 */
export function printedNames(subject: 'person' | 'organisation', id: string): string {
  const next = (after: string) =>
    `(select m.name from mentions m where m.${subject}_id = ${id} and not m.is_implied${after} order by m.name limit 1)`;
  return `(with recursive n(name) as (
    select ${next('')} union all select ${next(' and m.name > n.name')} from n where n.name is not null
  ) select n.name from n where n.name is not null)`;
}
