import { either, oneOf } from '../text/pattern.ts';
import { newsLead } from '../text/sentence.ts';
import { findPrintedDate } from '../text/printed-date.ts';
import { readBylineLine } from './byline.ts';
import { findHeadByline } from './head-byline.ts';
import { adverbials } from './lexicon/adverbial.ts';

/** 二 〇 二 六 年 十 二 月 三 十 一 日 */
const longestDate = 30;

const opening = new RegExp(`^${either(adverbials)}`, 'u');
const speech = [
  '表示',
  '指出',
  '强调',
  '说',
  '认为',
  '要求',
  '介绍',
  '坦言',
  '告诉',
  '提出',
  '建议',
  '希望',
  '谈到',
  '回忆',
];

// 池百豪表示，… · 蔺吉宁指出，… · 穆如清在讲话中强调…
const speaker = new RegExp(
  String.raw`^[\p{Script=Han}·]{2,8}?(?:在[\p{Script=Han}]{2,8}[中时上])?${oneOf(speech)}`,
  'u',
);

// 联系人：邰先生　联系电话：0888-7723310
const contact = /(?:电话|热线|邮箱|地址|联系人|网址|邮编|传真|账号|开户行) ?:[^。,]{1,40}$/u;
const salutation = /^(?:编辑同志|编者按|各位|尊敬的|亲爱的|广大|致(?![敬富力]))[^。]{0,20}[:!]|^[问答] ?:/u;

/** Whether a line may open a paragraph: with its news lead, a byline, a salutation, a speaker or a common adverbial. */
export function opensParagraph(folded: string): boolean {
  return opensStory(folded) || speaker.test(folded) || opening.test(folded);
}

/** Whether a line may open an article's body: with its day, a byline or a salutation. */
export function opensStory(folded: string): boolean {
  return (
    newsLead(folded) !== null ||
    salutation.test(folded) ||
    findHeadByline(folded) !== null ||
    readBylineLine(folded) !== null
  );
}

/** Whether a line says where to call or write: such lines end without a full stop. */
export function isContactLine(folded: string): boolean {
  return contact.test(folded);
}

/** A day alone: it signs a notice, under the name of the office. */
export function isDateLine(folded: string): boolean {
  if (folded.length > longestDate) return false;
  const day = findPrintedDate(folded);
  return day !== null && day.start === 0 && day.end === folded.length;
}
