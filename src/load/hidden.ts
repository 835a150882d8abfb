/**
 * That none of the people or organisations whom an editor has hidden has this id. They are few and are read once, by an
 * index of their own, so that a list which is read from an index alone stays so.
 */
export function isShown(id: string, table: 'people' | 'organisations'): string {
  return `${id} <> all(array(select h.id from ${table} h where h.is_hidden))`;
}
