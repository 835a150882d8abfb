import { dict } from '@node-rs/jieba/dict.js';
import type { Random } from '../random.ts';
import { byRank, createChoice } from './choice.ts';
import type { Choice } from './choice.ts';

/** The words of running prose, each as frequent as in Chinese newspapers. */
export interface Vocabulary {
  readonly noun: Choice<string>;
  readonly verb: Choice<string>;
  readonly adjective: Choice<string>;
}

const WORD = /^(\p{Script=Han}{2,4}) (\d+) (n|vn?|ad?)$/u;

let words: Vocabulary | undefined; // takes 0.4 s

/** Tens of thousands of words of jieba's dictionary with the frequencies it gives; no names. */
export function readWords(): Vocabulary {
  if (words !== undefined) return words;
  const byKind = { n: [] as Entry[], v: [] as Entry[], a: [] as Entry[] };
  for (const line of Buffer.from(dict).toString().split('\n')) {
    const entry = WORD.exec(line);
    if (entry !== null) byKind[entry[3]![0] as 'n' | 'v' | 'a'].push({ text: entry[1]!, count: Number(entry[2]) });
  }
  words = { noun: choiceOf(byKind.n, 40_000), verb: choiceOf(byKind.v, 20_000), adjective: choiceOf(byKind.a, 4_000) };
  return words;
}

interface Entry {
  readonly text: string;
  readonly count: number;
}

function choiceOf(entries: readonly Entry[], most: number): Choice<string> {
  const frequent = entries.toSorted((a, b) => b.count - a.count || (a.text < b.text ? -1 : 1)).slice(0, most);
  const choice = createChoice(frequent, ({ count }) => count);
  return (random) => choice(random).text;
}

/** Words that one article keeps coming back to, some of them rare. */
export function topicOf({ noun }: Vocabulary, random: Random): Choice<string> {
  return createChoice(
    Array.from({ length: 8 }, () => noun(random)),
    byRank(2),
  );
}
