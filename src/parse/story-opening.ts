import { newsLead } from '../text/sentence.ts';
import { either } from '../text/pattern.ts';
import type { Opening, StoryTurn } from './story-turn.ts';

const resolutions = [
  '经[^。,]{2,40}(?:研究|批准|同意|决定)',
  '根据《',
  '(?:为|因|由于)[^。,]{2,24},[^。]{0,16}(?:自|定于|将于|现将|决定|拟)[^。]*[日起]',
];
const resolved = new RegExp(`^${either(resolutions)}`, 'u');
const advice =
  /^(?:不要|切勿|请勿|尽量|(?:当事人|申请人|参保人|市民|居民|读者|旅客|考生|家长)(?:朋友)?们?(?:可|应|需|如))/u;
const isQuestion = /^(?:问|Q) ?:/u;
const isAnswer = /^(?:[答问AQ]|[^,。]{2,16}(?:答|答复|回复)) ?:/u;
const firstPerson = /^我(?![们国省市县区州盟旗镇乡村街校院系所局司厂矿部会厅])/u;
const ownPerson = /我(?![们国省市县区州盟旗镇乡村街校院系所局司厂矿部会厅])/u;
const day = String.raw`\d{1,2} ?月 ?\d{1,2} ?日`;
const lateLead = new RegExp(
  `(?:^|[。;!?”])(?:近日|日前|昨日|连日来|${day})|${day}(?:上午|下午|晚)?[,举召落开启揭在]`,
  'u',
);

/** How the paragraph after the display lines opens; null when it does not open as an article. */
export function openingOf({ next, last, body }: StoryTurn): Opening | null {
  const lead = newsLead(next);
  if (lead !== null) return lead;
  if (lateLead.test(next.slice(0, 160))) return 'LATE';
  if (resolved.test(next.slice(0, 80))) return 'RESOLVED';
  if (advice.test(next)) return 'ADVICE';
  if (isQuestion.test(next)) return isAnswer.test(last) ? null : 'QUESTION';
  return firstPerson.test(next) && !ownPerson.test(unquoted(body)) ? 'FIRST_PERSON' : null;
}

function unquoted(text: string): string {
  return text.replace(/“[^”]*”/gu, '');
}
