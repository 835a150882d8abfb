import { cutWords } from '../../text/word.ts';
import { followers } from '../lexicon/name-follower.ts';
import { oneSyllableVerb } from '../lexicon/one-syllable-verb.ts';

const longest = 3;

const conjunctions = new Set(['和', '与', '同', '是', '为', '向', '对', '从', '任', '给']);
/** 岑新和先生 is no 岑新 + 和: after a conjunction comes another name or body. */
const canFollowConjunction = (text: string, at: number): boolean =>
  at < text.length &&
  !/[\s，。、；：！？”’）》为在向对到从将把被]/u.test(text[at]!) &&
  !followers.has(text.slice(at, at + 2)) &&
  !followers.has(text.slice(at, at + 3));

/**
 * What follows a name at `at`: 3 punctuation or the end, 2 a word of the register, 1 another verb, particle or adverb,
 * 0 nothing known.
 */
export const followStrength = (text: string, at: number): number => followAt(text, at).strength;

/** 韦国栋高兴地说: how somebody speaks. */
const told = /^(?:\p{Script=Han}{2}|\p{Script=Han}{4})地(?=[说讲问笑喊唱答谈]|告诉|表示|回忆|介绍|回答)/u;

/** The same with the length of the word that follows; 0 for punctuation. */
export function followAt(text: string, at: number): { readonly strength: number; readonly length: number } {
  const next = text[at];
  if (next === undefined || /[\s，。、；：！？“”‘’（）《》〈〉【】—…\u3000|/]/u.test(next))
    return { strength: 3, length: 0 };
  for (let length = longest; length > 0; length -= 1) {
    const word = text.slice(at, at + length);
    if (followers.has(word))
      return { strength: conjunctions.has(word) && !canFollowConjunction(text, at + length) ? 0 : 2, length };
  }
  const rest = text.slice(at, at + 18);
  const verb = oneSyllableVerb.exec(rest) ?? told.exec(rest);
  if (verb) return { strength: 2, length: verb[0].length };
  const [word] = cutWords(rest.slice(0, 6));
  if (/^(?:等)?[\d两三四五六七八九十]+[人位名]/.test(rest)) return { strength: 2, length: 1 };
  return {
    strength: word && word.text.length > 1 && /^[avdtil]/.test(word.tag) ? 1 : 0,
    length: word?.text.length ?? 0,
  };
}
