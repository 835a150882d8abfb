import { neighboursIn } from './neighbour.ts';

/**
 * Names that are one slip apart: one character wrong, missing or too many, or two of them swapped. Each name stands in
 * the index as it is and with each of its characters left open, so that all names near another are found by looking up
 * some forms.
 */

/** Too many shorter names are one character apart; of longer ones people type only a part. */
const SHORTEST = 3;
const LONGEST = 24;
/** No name has this character. */
const OPEN = '_';

/** Whether a name of this many characters, or a spelling of so many letters, is long enough to forgive a slip. */
function isForgiven(name: string): boolean {
  const { length } = [...name];
  return length >= (/^[a-z]+$/.test(name) ? 2 * SHORTEST + 1 : SHORTEST) && length <= LONGEST;
}

/** The forms that a name stands in the index by. */
export function nearForms(name: string): string[] {
  return isForgiven(name) ? [name, ...opened([...name])] : [];
}

/** Forms such that every name one slip apart from what was typed has at least one of them. */
export function formsNear(typed: string): string[] {
  if (!isForgiven(typed)) return [];
  const characters = [...typed];
  const inserted = [...characters, ''].map((_, i) => characters.toSpliced(i, 0, OPEN).join(''));
  const left = characters.map((_, i) => characters.toSpliced(i, 1).join(''));
  return [...new Set([...opened(characters), ...inserted, ...left, ...swapped(characters)])];
}

/** Whether a name is one slip apart from what was typed. */
export function isNear(name: string, typed: string): boolean {
  const forms = new Set(formsNear(typed));
  return name !== typed && nearForms(name).some((form) => forms.has(form));
}

function opened(characters: readonly string[]): string[] {
  return characters.map((_, i) => characters.with(i, OPEN).join(''));
}

function swapped(characters: readonly string[]): string[] {
  return neighboursIn(characters).map(([one, other], i) => characters.toSpliced(i, 2, other, one).join(''));
}
