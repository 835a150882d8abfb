/** The words and phrases of a query as conditions on the lexemes of a text. Takes what `searchText` returns. */
import { MARK, isLexeme, lexemesAround, unitsOf, wordLexeme } from './lexeme.ts';
import { publicBodyForms } from './public-body.ts';
import { neighboursIn } from './neighbour.ts';
import { isUnspaced, runsOf } from './search-text.ts';
import { syllablesIn } from './syllable.ts';
import { allOf, anyOf, lexeme } from './tsquery.ts';
import type { Condition } from './tsquery.ts';
import { cutWords } from './word.ts';

/** The word, or one of its forms with a public body in it written another way. */
export function wordCondition(word: string): Condition {
  const forms = [word, ...publicBodyForms(word)].map((form) =>
    allOf([...runsOf(form).flatMap(runConditions), ...unitsOf(form).map((unit) => lexeme(unit))]),
  );
  const [only, ...others] = forms;
  return only !== undefined && others.length === 0 ? only : anyOf(forms);
}

/** All lexemes of the phrase are found. */
export function phraseCondition(phrase: string): Condition {
  const runs = runsOf(phrase).flatMap((run) => {
    if (!isUnspaced(run)) return [lexeme(wordLexeme(run))];
    if ([...run].length === 1) return [lexeme(run, true)];
    return isLexeme(run) ? [lexeme(run)] : [...lexemesAround(run)].map((part) => lexeme(part));
  });
  return allOf([...runs, ...unitsOf(phrase).map((unit) => lexeme(unit))]);
}

/**
 * Latin words side by side: each alone, or all as one word (林澄 is `lin cheng` and `lincheng`), or as syllables of a
 * longer name, every two of them together.
 */
export function latinCondition(words: readonly string[]): Condition {
  const letters = words.join('').replaceAll('ü', 'v');
  const ways = syllablesIn(letters)
    .filter((syllables) => syllables.length > 2)
    .map((syllables) => allOf(neighboursIn(syllables).map(([one, next]) => lexeme(one + next))));
  const whole = words.length === 1 && words[0] === letters ? [] : [lexeme(wordLexeme(letters))];
  return anyOf([allOf(words.map((word) => lexeme(wordLexeme(word)))), ...whole, ...ways]);
}

/** Particles that join or follow other words; a search is for the other words. */
const particles = new Set('的了和与及或在对向从把被将等');

/**
 * A word of two or more characters has to be found. A character that the dictionary leaves alone has to stand beside
 * its neighbour: 微系统所 is found as 微系, 系统 and 统所. Between two words it may stand beside either.
 */
function runConditions(run: string): Condition[] {
  if (!isUnspaced(run)) return [lexeme(wordLexeme(run))];
  const words = cutWords(run).map(({ text }) => [...text]);
  if (words.length === 1 && words[0]?.length === 1) return [lexeme(run, true)];
  const isLeftOut = ([character = '', ...more]: readonly string[], i: number) =>
    more.length === 0 &&
    particles.has(character) &&
    [words[i - 1], words[i + 1]].some((beside) => beside !== undefined && beside.length > 1);
  const kept = words.map((word, i) => (isLeftOut(word, i) ? undefined : word));
  return kept.flatMap((word, i) => {
    if (word === undefined) return [];
    const [character = '', ...more] = word;
    if (more.length > 0) return [phraseCondition(word.join(''))];
    const [before, after] = [kept[i - 1], kept[i + 1]];
    if (before?.length === 1) return [lexeme(before.join('') + character)];
    if (after?.length === 1) return [];
    const beside = [
      ...(before?.slice(-1) ?? []).map((last) => last + character),
      ...(after?.slice(0, 1) ?? []).map((first) => character + first),
    ];
    return beside.length === 0 ? [lexeme(character, true)] : [anyOf(beside.map((pair) => lexeme(pair)))];
  });
}

/** The document is of a person. */
export const ofPerson: Condition = lexeme(MARK.holder);
