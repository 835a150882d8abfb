import { either } from './pattern.ts';
import { cutWords } from './word.ts';

const closers = '”’"\'」』)\\]】》〉';
const ended = new RegExp(`[。!?;…](?: ?[${closers}])*$`, 'u');
const sureEnd = new RegExp(`[。;](?: ?[${closers}])*$`, 'u');

/** How many units of a text's end are looked at: punctuation with its closing marks. */
const tail = 16;

/** Whether the last unit is a Han character: most lines end so, and no sentence does. */
function endsInWord(folded: string): boolean {
  const last = folded.charCodeAt(folded.length - 1);
  return last >= 0x3400 && last <= 0x9fff;
}

/** Whether the text ends as a sentence or paragraph may (。！？；… and closing marks after them). */
export function endsSentence(folded: string): boolean {
  return !endsInWord(folded) && ended.test(folded.slice(-tail).trimEnd());
}

/** As `endsSentence`, but only by marks that no headline ends in (。；). */
export function endsAsProse(folded: string): boolean {
  return !endsInWord(folded) && sureEnd.test(folded.slice(-tail).trimEnd());
}

/** Words that a line of type breaks after but a headline never ends in. */
const dangling = /(?:[的地和与及或在将把对向从以被使让为但而由于至是就]|以及|关于|包括|通过|围绕|[、,—(《“‘])$/u;

/** Whether a text stops where no display line would: at a particle, a preposition, a comma or an opening mark. */
export function stopsShort(folded: string): boolean {
  const end = folded.slice(-tail).trimEnd();
  const match = dangling.exec(end)?.[0];
  if (match === undefined) return false;
  // 天地 ends in a noun, 热烈地 in a particle
  return !/^\p{Script=Han}$/u.test(match) || cutWords(end).at(-1)?.text === match;
}

/** Whether a text begins where no sentence does: with a closing mark, a comma or a particle. */
export function startsMidSentence(folded: string): boolean {
  return /^(?:[,、。;:!?”’)》】…%]|[的了着等及]|[^\s“‘《(【\d] ?[,、。;]|\d*[%.])/u.test(folded.slice(0, 8));
}

/**
 * Whether a bracket or quotation mark that opens in the text stays open. Counts kinds together: 《…“…》 is closed twice
 * over.
 */
export function leavesOpen(folded: string): boolean {
  let depth = 0;
  for (const c of folded.match(/[(《“‘【「『[)》”’】」』\]]/g) ?? [])
    depth = '(《“‘【「『['.includes(c) ? depth + 1 : Math.max(0, depth - 1);
  return depth > 0;
}

const months = '(?:1[0-2]|0?[1-9])';
// 5 月 23 日上午, · 9月8日至9日， · 3月 11日 · 2015年10月17日
const dayLead = new RegExp(`^(?:\\d{4} ?年 ?)?${months} ?月 ?(?:[12]\\d|3[01]|0?[1-9]) ?日`, 'u');
/** How news opens that names no day: 近日, 上周三, 9日上午, 记者从…. */
const looseLeads = [
  '近日',
  '日前',
  '昨日',
  '昨天',
  '昨晚',
  '今日',
  '今天',
  '今晨',
  '连日来',
  '连日',
  '近期',
  '近来',
  '前不久',
  '本周',
  '上周[一二三四五六日]?',
  '上周末',
  '周末',
  String.raw`\d{1,2} ?月(?:份|起|底|初|[上中下]旬|以来)`,
  String.raw`\d{1,2} ?日(?:上午|下午|晚|,|至|起)`,
  '记者(?:从|获悉|昨|近日|日前|了解)',
];

const looseLead = new RegExp(`^${either(looseLeads)}`, 'u');

/**
 * How a paragraph opens: as news does with its day (`DAY`: 5月23日上午…) or loosely (`LOOSE`: 近日…), or neither
 * (null).
 */
export function newsLead(folded: string): 'DAY' | 'LOOSE' | null {
  const head = folded.slice(0, 24);
  if (dayLead.test(head)) return 'DAY';
  return looseLead.test(head) ? 'LOOSE' : null;
}
