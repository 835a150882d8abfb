const finals =
  'a o e ai ei ao ou an en ang eng ong i ia ie iao iu ian in iang ing iong u ua uo uai ui uan un uang v ve ue'.split(
    ' ',
  );
const narrow = finals.filter((final) => /^[iuv]/.test(final));

/** Which finals follow an initial; more than the language has, but none that would cut its syllables in two. */
const following: readonly (readonly [initials: string, finals: readonly string[]])[] = [
  ['b p m f d t n l g k h zh ch sh r z c s', finals],
  ['j q x', narrow],
  ['y', 'a ao e i in ing an ang ong ou u ue uan un'.split(' ')],
  ['w', 'a o ai ei an en ang eng u'.split(' ')],
];
const syllables = new Set([
  ...'a o e ai ei ao ou an en ang eng er'.split(' '),
  ...following.flatMap(([initials, ends]) =>
    initials.split(' ').flatMap((initial) => ends.map((end) => initial + end)),
  ),
]);
const LONGEST = 6;

const MOST_LETTERS = 60;
const MOST_WAYS = 4;

/**
 * The ways to read letters as syllables of pinyin, longer ones first: `xinwei` is [xin, wei], `xian` [xian] and [xi,
 * an]. At most four.
 */
export function syllablesIn(letters: string): string[][] {
  if (letters.length > MOST_LETTERS) return [];
  // What a tail can be read as is worked out once.
  const ways: string[][][] = Array.from({ length: letters.length + 1 }, () => []);
  ways[letters.length] = [[]];
  for (let at = letters.length - 1; at >= 0; at -= 1) {
    for (let length = Math.min(LONGEST, letters.length - at); length > 0; length -= 1) {
      const syllable = letters.slice(at, at + length);
      if (!syllables.has(syllable)) continue;
      for (const rest of ways[at + length]!) if (ways[at]!.length < MOST_WAYS) ways[at]!.push([syllable, ...rest]);
    }
  }
  return ways[0]!;
}
