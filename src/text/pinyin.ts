import { pinyin } from 'pinyin-pro';

/**
 * A person's name in pinyin: lower case, no tones, syllables separated by blanks, the surname (the first character or
 * two) in its surname reading: 曾 is `zeng`. ü is written `v`, as it is typed. What is not Chinese stays as it is.
 */
export function namePinyin(name: string): string {
  return pinyin(name, {
    toneType: 'none',
    surname: 'head',
    v: true,
    nonZh: 'consecutive',
    separator: ' ',
  }).toLowerCase();
}

/** A name as a slug: 槐岭周报 is `huai-ling-zhou-bao`. Empty when nothing in it can be spelled in ASCII. */
export function pinyinSlug(name: string): string {
  return pinyin(name, { toneType: 'none', v: true, nonZh: 'consecutive', separator: '-' })
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

/**
 * The syllables of a name, each with the readings that somebody may type, the likeliest first: [[shan, dan, chan],
 * [wei], [min]] of 单为民. The first is that in this name, the second the usual one by itself, so that 重庆 is
 * `chong qing` and `zhong qing`. A Latin word is one syllable; digits and marks are left out. Readings are those of
 * pinyin-pro (https://github.com/zh-lx/pinyin-pro). `name` is a `lookupKey`.
 */
export function nameSyllables(name: string, kind: 'person' | 'organisation'): readonly (readonly string[])[] {
  return (name.match(/\p{Script=Han}+|[a-z]+/gu) ?? []).flatMap((run): readonly (readonly string[])[] => {
    if (/^[a-z]/.test(run)) return [[run]];
    const characters = [...run];
    const inName = pinyin(run, { ...plain, ...(kind === 'person' ? { surname: 'head' } : {}) });
    return characters
      .map((character, i) => {
        return [...new Set([inName[i] ?? '', ...readingsOf(character)])]
          .filter((reading) => /^[a-z]+$/.test(reading))
          .slice(0, MOST_READINGS);
      })
      .filter((readings) => readings.length > 0);
  });
}

const MOST_READINGS = 3;
const plain = { toneType: 'none', type: 'array', v: true } as const;

const readings = new Map<string, readonly string[]>();

/** All readings of a character by itself, the likeliest first. */
function readingsOf(character: string): readonly string[] {
  let known = readings.get(character);
  if (known === undefined)
    readings.set(character, (known = [...new Set(pinyin(character, { ...plain, multiple: true }))]));
  return known;
}
