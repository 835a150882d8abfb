/**
 * SQL for the names by which a person or an organisation is printed; `id` is SQL for the id. The names are read one by
 * one through an index: ten thousand mentions may have only a few names.
 */
export function printedNames(subject: 'person' | 'organisation', id: string): string {
  const next = (after: string) =>
    `(select m.name from mentions m
      where m.${subject}_id = ${id} and not m.is_implied${after} order by m.name limit 1)`;
  return `(with recursive n(name) as (
    select ${next('')} union all select ${next(' and m.name > n.name')} from n where n.name is not null
  ) select n.name from n where n.name is not null)`;
}
