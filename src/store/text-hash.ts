/**
 * SQL for what texts have in common that differ by nothing but blanks. In an index, so that it is to be written one way
 * only.
 */
export function textHash(text: string): string {
  return `md5(translate(${text}, E' \\t\\r\\n\\u3000\\u00a0', ''))`;
}
