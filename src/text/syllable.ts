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
  // The ways to read each tail are worked out once, from the end. `tails` holds those after one letter more, two more
  // and so on.
  let tails: (readonly string[][])[] = [[[]]];
  for (let at = letters.length - 1; at >= 0; at -= 1) {
    const ways = tails.map((rests, i) => {
      const syllable = letters.slice(at, at + i + 1);
      return syllables.has(syllable) ? rests.map((rest) => [syllable, ...rest]) : [];
    });
    tails = [ways.toReversed().flat().slice(0, MOST_WAYS), ...tails.slice(0, LONGEST - 1)];
  }
  return [...(tails[0] ?? [])];
}
