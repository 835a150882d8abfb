import { oneOf } from '../../text/pattern.ts';
import { goingOnAdverbs, goingOnOpenings } from '../lexicon/clause-opening.ts';
import { newSubjectEndings, newSubjects } from '../lexicon/new-subject.ts';

/** Whether a clause ends in these words. */
export const endsClause = (words: string): boolean => /[，；：。　】]/.test(words);

/** The words of the last clause, without what stands in brackets and the end of a list of people. */
export const ownClause = (words: string): string =>
  /[^，；：。　】]*$/
    .exec(words)![0]
    .replace(/^[^（）]*）|（[^）]*）/g, '')
    .replace(/^(?:一行|等)/, '');

/**
 * Whether one of the clauses behind the first begins with a subject of its own that is no person: …，双方签署. With
 * `isList`, people without names do not count: 甲，有关部门负责人参加.
 */
export function startsAnew(words: string, isList: boolean): boolean {
  const pattern = isList ? otherSubject : newSubject;
  return words
    .split(/[，；：　】]/)
    .slice(1)
    .some((clause) => pattern.test(clause));
}

const adverb = `${oneOf(goingOnAdverbs)}|等|[他她]`;

/** Whether a predicate behind these words says more of the same people: 并, 还, or nothing but adverbs. */
export const goesOnAs = (gap: string): boolean => adverbs.test(ownClause(gap));
const adverbs = new RegExp(`^(?:${adverb}){0,3}$`);

/** Whether the clause may go on about the people of the one before, by how it begins. */
export const mayGoOn = (gap: string): boolean => goesOnAs(gap) || opening.test(ownClause(gap));
const opening = new RegExp(String.raw`^(?:${adverb}|${oneOf(goingOnOpenings)}|[\d一二三四五六七八九十]+[年月日])`);

/** Whether others are made to do what a predicate behind these words says: 邀请企业参加. */
export const asksOthers = (gap: string): boolean => /召集|组织(?!部|委)|邀请|选派|动员|号召/.test(ownClause(gap));

/** Whether a sentence or clause begins with 他, 这位老人 and the like, maybe after a short phrase. */
export const isPronounFirst = (words: string): boolean => /^(?:[^，。；]{0,12}，)?(?:[他她]|这[位名])/.test(words);

/** 他们, 两人: several. */
export const isPluralPronoun = (words: string): boolean => /^(?:[^，。；]{0,12}，)?(?:[他她]们|[二两三]人)/.test(words);

const otherSubject = new RegExp(`^${oneOf(newSubjects)}`);
const newSubject = new RegExp(
  `^(?:${oneOf(newSubjects)}|(?![就对向在与为从给把将以并还也又再作])[^，；：]{1,18}?${oneOf(newSubjectEndings)}(?![，；：的]))`,
);
