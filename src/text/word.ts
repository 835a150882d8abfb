import { Jieba } from '@node-rs/jieba';
import { dict } from '@node-rs/jieba/dict.js';
import { registerWords } from './lexicon/register-word.ts';

/**
 * One word of running Chinese, with its part of speech in the ICTCLAS tag set (n, ns, nt, v, vn, p, c, d, u, m, q, r,
 * t, x …).
 */
export interface Word {
  readonly text: string;
  readonly tag: string;
  /** UTF-16 offset into the text that was cut. */
  readonly start: number;
  readonly end: number;
}

let jieba: Jieba | undefined; // the dictionary takes 0.15 s to load: only when the first text is read

/** Rules ask for the same short stretches again and again. */
const cut = new Map<string, readonly Word[]>();
const longestKept = 24;
const mostKept = 20_000;

/** Cuts text into words by jieba's dictionary. The words cover the text without gaps. */
export function cutWords(text: string): readonly Word[] {
  const kept = cut.get(text);
  if (kept) return kept;
  const words = cutAnew(text);
  if (text.length <= longestKept) {
    if (cut.size >= mostKept) cut.clear();
    cut.set(text, words);
  }
  return words;
}

/** Every dictionary word anywhere in the text, also inside another word; single characters included. */
export function everyWord(text: string): readonly string[] {
  return dictionary().cutAll(text);
}

/** Where words begin and end when words that the dictionary lacks are guessed from their characters. */
export function guessedCuts(text: string): number[] {
  let at = 0;
  return dictionary()
    .cut(text, true)
    .map((word) => (at += word.length));
}

function cutAnew(text: string): Word[] {
  const words = dictionary();
  let at = 0;
  return words
    .cut(text, false)
    .map((word) => ({ text: word, tag: tagOf(words, word), start: at, end: (at += word.length) }));
}

function dictionary(): Jieba {
  if (!jieba) {
    jieba = Jieba.withDict(dict);
    jieba.loadDict(Buffer.from(registerWords.map((word) => `${word} 20000 n`).join('\n')));
  }
  return jieba;
}

/**
 * A tag depends on the word alone, and looking it up takes longer than cutting. Cutting uses the dictionary alone, as
 * `tag` does.
 */
const tags = new Map<string, string>();
/** The tag of what is no word. */
const UNKNOWN = 'x';

function tagOf(dictionary: Jieba, word: string): string {
  const kept = tags.get(word);
  if (kept !== undefined) return kept;
  const tag = dictionary.tag(word)[0]?.tag ?? UNKNOWN;
  if (tags.size >= mostKept) tags.clear();
  tags.set(word, tag);
  return tag;
}
