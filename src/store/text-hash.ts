/**
 * SQL for a hash that is the same for texts that differ in blanks only. An index uses it, so that it always has to be
 * written in the same way.
 */
export function textHash(text: string): string {
  return `md5(translate(${text}, E' \\t\\r\\n\\u3000\\u00a0', ''))`;
}
