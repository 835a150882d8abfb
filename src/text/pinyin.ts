import { pinyin } from 'pinyin-pro';

/**
 * A person's name in pinyin: lower case, no tones, syllables separated by blanks, the surname (the first character or
 * two) in its surname reading: 曾 is `zeng`. ü is written `v`, as it is typed. What is not Chinese stays as it is.
 */
export function namePinyin(name: string): string {
  return pinyin(name, { toneType: 'none', surname: 'head', v: true, nonZh: 'consecutive', separator: ' ' }).toLowerCase();
}

/** A name as a slug: 槐岭周报 is `huai-ling-zhou-bao`. Empty when nothing in it can be spelled in ASCII. */
export function pinyinSlug(name: string): string {
  return pinyin(name, { toneType: 'none', v: true, nonZh: 'consecutive', separator: '-' })
    .toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '');
}
