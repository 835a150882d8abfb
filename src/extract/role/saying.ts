import { oneOf } from '../../text/pattern.ts';
import { courtesies, openReportingVerbs, reportingVerbs, sayingNouns } from '../lexicon/reporting-verb.ts';

/** How far somebody's words go on: 指出，… to the end of the sentence, 希望企业参加 to that of the clause. */
export type Telling = 'SENTENCE' | 'CLAUSE';

const byLength = (words: readonly string[]): string[] => [...words].sort((a, b) => b.length - a.length);
/** Verbs of saying, as the source of a pattern. */
export const sayingVerbs = oneOf(byLength([...reportingVerbs, ...openReportingVerbs, ...sayingNouns, ...courtesies]));
const isStrong: ReadonlySet<string> = new Set(reportingVerbs);
const isCourtesy: ReadonlySet<string> = new Set(courtesies);
const isNoun: ReadonlySet<string> = new Set(sayingNouns);

/** 听取汇报: what others say. */
export const heard = /(?:听取|听了|聆听|收听)[^，。；、后时并]*$/;

/** 表示慰问: no speech. */
const noSpeech = /^表示[^，。；]{0,12}(?:慰问|敬意|问候|哀悼|祝福)/;

/** How far the words of somebody go on behind a verb of saying. */
export const tellingOf = (after: string): Telling =>
  /^(?:[道着]|[^，。；：“]{0,4}(?:记者|们))?[，：“]/.test(after) ? 'SENTENCE' : 'CLAUSE';

const sayer =
  /(?:[他她并也还又则]|首先|现场|随后|最后|当场|听取了?[^，。；：]{1,30}|[向对就为给][^，。；：]{1,30}|[作做]的[^，。；：]{0,8})$/;
/** What may stand between a name and its verb of saying: 甲乡长介绍, 乙动情地说, 丙首先介绍. */
const afterName = /^(?:[\p{Script=Han}]{1,5}[长记任理裁席员授师士监官委工总地着]|[\p{Script=Han}]{0,3})$/u;

/** Whether a word at `index` is a verb of saying there. `nameEnds` are where names end in the words, in order. */
export function isSaid(words: string, index: number, word: string, nameEnds: readonly number[]): boolean {
  if (word === '表示') return !noSpeech.test(words.slice(index));
  return isStrong.has(word) || hasSpeech(words, index, word, nameEnds);
}

/** 介绍, 要求 and the like are verbs where their subject or what is said stands beside them. */
function hasSpeech(words: string, index: number, word: string, nameEnds: readonly number[]): boolean {
  const before = words.slice(0, index);
  const after = words.slice(index + word.length);
  if (/^[的者人书信单起]/.test(after) || (word === '称' && /[人自简俗号堪统通]$/.test(before))) return false;
  const nameEnd = nameEnds.findLast((end) => end <= index);
  if (isCourtesy.has(word)) return nameEnd === index;
  if (nameEnd !== undefined && index - nameEnd <= 6 && afterName.test(words.slice(nameEnd, index))) return true;
  if (word === '说') return /[地着他她]$/.test(before) || /^(?:道|[，：“])/.test(after);
  if (isNoun.has(word)) return after.startsWith('了') || (word.length > 1 && sayer.test(before));
  if (/^[道着]?[，：“]/.test(after)) return !/[的些个条种份项据]$/.test(before);
  return /(?:^|[，并])$/.test(before) || sayer.test(before);
}
