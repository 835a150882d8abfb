/** A name without the blanks that justified lines add; those of names in Latin letters stay. */
export const givenName = (name: string): string =>
  name
    .trim()
    .replace(/(?<=\p{Script=Han})\s+|\s+(?=\p{Script=Han})/gu, '')
    .replace(/\s+/gu, ' ');
