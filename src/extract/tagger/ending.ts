import { endings } from '../lexicon/organisation-ending.ts';
import { LOOSE, TELLING } from './candidate.ts';
import { looseEndings } from './loose-ending.ts';

/** What a body's name ends in: TELLING endings make a name by themselves, LOOSE ones end many other words too. */
export interface Ending {
  readonly text: string;
  readonly form: number;
}

const isPlain = (word: string): boolean => !/[[\](){}?*+|\\.^$]/.test(word);

/** Endings by their units, last first. */
interface EndingNode {
  readonly before: Map<number, EndingNode>;
  ending: Ending | null;
}

const endingRoot: EndingNode = { before: new Map(), ending: null };
function addEnding(text: string, form: number): void {
  let node = endingRoot;
  for (let i = text.length - 1; i >= 0; i -= 1) {
    const unit = text.charCodeAt(i);
    let next = node.before.get(unit);
    if (!next) node.before.set(unit, (next = { before: new Map(), ending: null }));
    node = next;
  }
  node.ending ??= { text, form };
}
for (const [, words] of endings) for (const word of words) if (isPlain(word)) addEnding(word, TELLING);
for (const word of looseEndings) addEnding(word, LOOSE);

/** The longest ending of `text` at `end` that begins at `from` or later. */
export function endingBefore(text: string, from: number, end: number): Ending | null {
  let node: EndingNode | undefined = endingRoot;
  let longest: Ending | null = null;
  for (let i = end - 1; i >= from; i -= 1) {
    node = node.before.get(text.charCodeAt(i));
    if (!node) break;
    longest = node.ending ?? longest;
  }
  return longest;
}
