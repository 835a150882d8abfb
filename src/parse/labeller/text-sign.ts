import { either } from '../../text/pattern.ts';
import { leavesOpen, newsLead, startsMidSentence, stopsShort } from '../../text/sentence.ts';
import { isNameLine, isUnitNameLine, readBylineLine } from '../byline.ts';
import { endsPictured, endsWithPhotographer, isPhotoCredit, opensCaption } from '../caption.ts';
import { readCredits } from '../credit.ts';
import { isDispatchTitle } from '../dispatch.ts';
import { findHeadByline } from '../head-byline.ts';
import { findJumpFrom, findJumpOnto } from '../jump.ts';
import { adverbials } from '../lexicon/adverbial.ts';
import { findNoticeLead } from '../notice.ts';
import { findSource, opensSource } from '../source.ts';
import { findSignature, findTailByline, findTrailingCredits } from '../tail-byline.ts';
import { numberOf } from './feature-word.ts';
import { SignSet } from './sign-set.ts';

function addIf(found: number[], name: string, holds: boolean): void {
  if (holds) found.push(numberOf(name));
}

/** Adds the signs of credits, sources, captions and jump marks that a line shows. */
export function addCreditSigns(found: number[], folded: string): void {
  const line = readBylineLine(folded);
  addIf(found, 'byline', line !== null);
  addIf(found, 'byline of editors', line?.every(({ role }) => role === 'EDITOR') ?? false);
  addIf(found, 'name', isNameLine(folded));
  addIf(found, 'unit name', isUnitNameLine(folded));
  addIf(found, 'credits', folded.length <= 40 && line === null && readCredits(folded) !== null);
  addIf(found, 'dispatch title', isDispatchTitle(folded));
  addIf(found, 'head byline', findHeadByline(folded) !== null);
  const tail = findTailByline(folded);
  addIf(found, 'tail byline', tail !== null && tail.start > 0);
  addIf(found, 'bracket byline', tail?.start === 0);
  addIf(found, 'trailing credits', findTrailingCredits(folded) !== null);
  addIf(found, 'signature', findSignature(folded) !== null);
  const source = findSource(folded);
  addIf(found, 'source end', source !== null && source.start > 0);
  addIf(found, 'source', source?.start === 0);
  addIf(found, 'source opens', opensSource(folded));
  addIf(found, 'caption', opensCaption(folded));
  addIf(found, 'photographer', endsWithPhotographer(folded));
  addIf(found, 'photo credit', isPhotoCredit(folded));
  addIf(found, 'pictured', endsPictured(folded));
  addIf(found, 'jump from', findJumpFrom(folded) !== null);
  addIf(found, 'jump onto', findJumpOnto(folded) !== null);
  addIf(found, 'notice lead', findNoticeLead(folded) !== null);
}

const patterns = new SignSet([
  { name: 'adverbial', pattern: new RegExp(`^${either(adverbials)}`, 'u') },
  { name: 'said', pattern: /(?:表示|指出|强调|说|认为|要求|介绍|坦言|告诉)/u, longest: 60 },
  {
    name: 'contact',
    pattern: /(?:电话|热线|邮箱|地址|联系人|网址|邮编|传真|账号|开户行) ?:/u,
    longest: 60,
  },
  { name: 'salutation', pattern: /^(?:编辑同志|编者按|各位|尊敬的|亲爱的|广大)/u },
  { name: 'question', pattern: /^[问答QA] ?[:.]/u },
  {
    name: 'enumerated',
    pattern:
      /^(?:[一二三四五六七八九十]{1,3} ?[、.]|\([一二三四五六七八九十]{1,3}\)|\d{1,2}[.、] ?(?!\d)|第[一二三四五六七八九十]{1,3}[条章])/u,
  },
  { name: 'dash', pattern: /^——/u },
  { name: 'two parts', pattern: /[\p{Script=Han}”!?)] +[\p{Script=Han}“]/u, longest: 48 },
  { name: 'spread', pattern: /^\p{Script=Han}(?: \p{Script=Han})+$/u, longest: 40 },
  { name: 'first person', pattern: /^我(?!们)/u },
]);

/** Adds the signs of running text that a line shows: how it opens, how it ends, and what it stops short of. */
export function addProseSigns(found: number[], folded: string): void {
  const lead = newsLead(folded);
  if (lead !== null) found.push(numberOf(`lead ${lead}`));
  patterns.addTo(found, folded);
  if (startsMidSentence(folded)) found.push(numberOf('mid'));
  if (folded.length <= 60 && leavesOpen(folded)) found.push(numberOf('open'));
  if (folded.length <= 60 && stopsShort(folded)) found.push(numberOf('short stop'));
}
