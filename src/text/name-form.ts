import { publicBodyForms } from './public-body.ts';
import { lookupKey } from './name-key.ts';
import { nearForms } from './near-form.ts';
import { neighboursIn } from './neighbour.ts';
import { nameSyllables } from './pinyin.ts';
import { surnameLength } from './surname.ts';

/** What finds a person or an organisation besides the characters of its names. */
export interface NameForms {
  /** As `lookupKey` folds them: the name first, then its other names and how they are spelled. */
  readonly names: readonly string[];
  /** Those of `names` that are the initials of others. */
  readonly initials: readonly string[];
  /** Parts of the spellings, each a word of Latin letters: `lin`, `chengyu`, and every two syllables together. */
  readonly parts: readonly string[];
  /** The forms of names that are found though one character is wrong. */
  readonly near: readonly string[];
}

/** An index takes little more, and nobody types longer names. */
const LONGEST = 300;
/** Limits on the spellings of one name, and on all forms. */
const MOST_SPELLINGS = 12;
const MOST_NAMES = 100;
const MOST_NEAR = 400;

/** The forms of all names of one person or organisation, the main name first. */
export function nameFormsOf(printed: readonly string[], kind: 'person' | 'organisation'): NameForms {
  const keys = distinct(printed.map(lookupKey));
  const [name = ''] = keys;
  const known = distinct([...keys, ...(kind === 'organisation' ? keys.flatMap(publicBodyForms) : [])]);
  const spelled = known.map((key) => nameSyllables(key, kind)).filter((syllables) => syllables.length > 1);
  // The readings in people's names follow no rule; organisations have long names, with too many combinations.
  const ways = spelled.map((syllables) => (kind === 'person' ? [syllables] : waysOf(syllables)));
  const whole = ways.map((each) => distinct(each.flatMap(spellings)));
  // A spelling of one or two syllables is too short to forgive a slip in it.
  const long = whole.filter((_, i) => (spelled[i]?.length ?? 0) > 2);
  const initials = distinct(
    ways
      .flat()
      .flatMap((syllables) =>
        spellings(syllables.map((readings) => [...new Set(readings.map((reading) => reading.charAt(0)))])),
      ),
  );
  return {
    names: distinct([...known, ...whole.flat(), ...initials]).slice(0, MOST_NAMES),
    initials,
    parts: distinct(
      spelled.flatMap((syllables) => [
        ...pairsOf(syllables),
        ...(kind === 'person' ? aroundSurname(name, syllables) : []),
      ]),
    ),
    near: distinct([...known, ...long.flatMap((spelling) => spelling.slice(0, 4))].flatMap(nearForms)).slice(
      0,
      MOST_NEAR,
    ),
  };
}

/** Two readings of a name: every character as read in it, and every character as usually read. */
function waysOf(syllables: readonly (readonly string[])[]): (readonly string[])[][] {
  return [syllables.map(([inName = '']) => [inName]), syllables.map(([inName = '', alone = inName]) => [alone])];
}

function pairsOf(syllables: readonly (readonly string[])[]): string[] {
  return neighboursIn(syllables).flatMap(spellings);
}

/** The surname by itself, and what follows it. */
function aroundSurname(name: string, syllables: readonly (readonly string[])[]): string[] {
  const length = surnameLength(name, 0) || 1;
  return [syllables.slice(0, length), syllables.slice(length)].filter((part) => part.length > 0).flatMap(spellings);
}

/** The ways to spell the syllables as one word, the likeliest first. ü is typed as `v` or as `u`. */
function spellings(syllables: readonly (readonly string[])[]): string[] {
  let words = [''];
  for (const readings of syllables) {
    const letters = readings.flatMap((reading) =>
      reading.includes('v') ? [reading, reading.replace('v', 'u')] : [reading],
    );
    words = letters.flatMap((reading) => words.map((word) => word + reading)).slice(0, MOST_SPELLINGS);
  }
  return words;
}

function distinct(forms: readonly string[]): string[] {
  return [...new Set(forms)].filter((form) => form !== '' && form.length <= LONGEST);
}
