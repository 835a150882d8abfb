import { nameKey } from './name-key.ts';
import { surnameLength } from './surname.ts';

/** No index takes much longer ones, and nobody types them. */
const LONGEST = 300;

/**
 * The forms that a person or an organisation is looked up by, as `nameKey` folds them: the name first, then its other
 * names, its pinyin without blanks, and the initials of that last. `pinyin` has its syllables separated by blanks.
 */
export function nameForms(name: string, aliases: readonly string[], pinyin: string): string[] {
  const syllables = syllablesOf(pinyin);
  const spelled = syllables.length < 2 ? [] : [...spellings(syllables.join('')), initialsOf(syllables)];
  return [...new Set([...[name, ...aliases].map(nameKey), ...spelled])].filter((form) => form !== '' && form.length <= LONGEST);
}

/** The words of Latin letters that a search finds a person by: `linchengyu`, `lin`, `chengyu`, `lcy`. */
export function spelledWords(name: string, pinyin: string): string[] {
  const syllables = syllablesOf(pinyin);
  if (syllables.length < 2) return [];
  const surname = surnameLength(name, 0) || 1;
  const words = [syllables, syllables.slice(0, surname), syllables.slice(surname)].map((part) => part.join(''));
  return [...words.flatMap(spellings), initialsOf(syllables)].filter((word) => word !== '');
}

function syllablesOf(pinyin: string): string[] {
  return pinyin.split(' ').map(nameKey).filter((syllable) => /^[a-zü]+$/u.test(syllable));
}

function initialsOf(syllables: readonly string[]): string {
  return syllables.map((syllable) => syllable[0]).join('');
}

/** ü is typed as `v`, as `u` or as itself. */
function spellings(word: string): string[] {
  return /[vü]/u.test(word) ? ['v', 'u', 'ü'].map((letter) => word.replace(/[vü]/gu, letter)) : [word];
}
