import { Converter } from 'opencc-js/cn2t';
import type { Random } from '../random.ts';
import { givenCharacters, surnames } from '../vocabulary.ts';
import { byRank, createChoice } from './choice.ts';

const surname = createChoice(surnames, byRank(6));
const given = createChoice([...givenCharacters], byRank(12));
const syllable = createChoice([...'阿卜杜拉赫曼克里木尔江提古丽娜莎吾买艾力约翰史密斯罗伯特安东尼奥'], () => 1);

/** An invented name: surnames and given names as frequent as they are, one of two hundred transliterated. */
export function inventName(random: Random): string {
  if (random.chance(0.005)) return `${syllables(random)}·${syllables(random)}`;
  return surname(random) + given(random) + (random.chance(0.82) ? given(random) : '');
}

function syllables(random: Random): string {
  return Array.from({ length: random.int(2, 4) }, () => syllable(random)).join('');
}

let converter: ((text: string) => string) | undefined; // takes 0.2 s

export function traditionalForm(name: string): string {
  converter ??= Converter({ from: 'cn', to: 't' });
  return converter!(name);
}
