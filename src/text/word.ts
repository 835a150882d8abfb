import { Jieba } from '@node-rs/jieba';
import { dict } from '@node-rs/jieba/dict.js';
import { registerWords } from './lexicon/register-word.ts';
import { unitHash } from './unit-hash.ts';

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

/**
 * Where words begin and end when words that the dictionary lacks are guessed from their characters. `words` are those
 * that `text` was cut into. Only runs of single characters are guessed at, each by itself.
 */
export function guessedCuts(text: string, words: readonly Word[]): number[] {
  const cuts: number[] = [];
  let run: Word[] = [];
  const closeRun = (): void => {
    const [first] = run;
    const last = run.at(-1);
    if (first !== undefined && last !== undefined)
      for (const length of guessedLengths(text.slice(first.start, last.end))) cuts.push(first.start + length);
    run = [];
  };
  for (const word of words) {
    if (isSingle(text, word)) run.push(word);
    else {
      closeRun();
      cuts.push(word.end);
    }
  }
  closeRun();
  return cuts;
}

/** Whether a word is one character that could be a part of another word. Letters and digits stand together already. */
const isSingle = (text: string, { start, end }: Word): boolean =>
  end - start === 1 ? !isMark(text.charCodeAt(start)) : isInPlain(text.charCodeAt(start)) || isHalf(text, start, end);
const isMark = (unit: number): boolean => (unit >= 0x3000 && unit <= 0x303f) || (unit >= 0xff00 && unit <= 0xff65);
const isInPlain = (unit: number): boolean => unit < 0x80;
const isHalf = (text: string, start: number, end: number): boolean =>
  end - start === 2 && text.charCodeAt(start) >= 0xd800 && text.charCodeAt(start) <= 0xdbff;

/** Runs of characters come again and again, names above all: where each is cut. */
const guessed = new Map<string, readonly number[]>();

function guessedLengths(run: string): readonly number[] {
  if (run.length === 1) return [1];
  const kept = guessed.get(run);
  if (kept) return kept;
  let at = 0;
  const cuts = dictionary()
    .cut(run, true)
    .map((word) => (at += word.length));
  if (guessed.size >= mostKept) guessed.clear();
  guessed.set(run, cuts);
  return cuts;
}

function cutAnew(text: string): Word[] {
  let at = 0;
  return dictionary()
    .cut(text, false)
    .map((word) => {
      const start = at;
      at += word.length;
      const { text: same, tag } = wordAt(text, start, at, word);
      return { text: same, tag, start, end: at };
    });
}

function dictionary(): Jieba {
  if (!jieba) {
    jieba = Jieba.withDict(dict);
    jieba.loadDict(Buffer.from(registerWords.map((word) => `${word} 20000 n`).join('\n')));
  }
  return jieba;
}

/** A word with its tag, which depends on the word alone. */
type KnownWord = Pick<Word, 'text' | 'tag'>;

/** Words met before, by their hashes: looking up a tag takes longer than cutting. */
const known = new Map<number, KnownWord>();
/** The tag of what is no word. */
const UNKNOWN = 'x';

/** The word at a place of a text. `word` is a copy of it. */
function wordAt(text: string, start: number, end: number, word: string): KnownWord {
  const hash = unitHash(text, start, end);
  const kept = known.get(hash);
  if (kept && kept.text.length === end - start && text.startsWith(kept.text, start)) return kept;
  // Cutting uses the dictionary alone, as `tag` does.
  const met = { text: word, tag: dictionary().tag(word)[0]?.tag ?? UNKNOWN };
  if (known.size >= mostKept) known.clear();
  known.set(hash, met);
  return met;
}
