import { nounStart } from '../../text/noun.ts';
import { oneOf } from '../../text/pattern.ts';
import type { CastContext } from '../person/cast-context.ts';
import { spansWithin } from '../document/span.ts';

const hardBoundary = /[。！？；：\n“”‘’《》〈〉　—]/;

/** Back from the head over the owner's words: to a delimiter, a function word, a verb, or what was read before. */
export function findOwnerStart(text: string, cursor: number, headStart: number, context: CastContext): number {
  let from = cursor;
  let depth = 0;
  for (let i = headStart - 1; i >= cursor; i -= 1) {
    const c = text[i]!;
    if (c === '）') depth += 1;
    else if (c === '（') {
      if (depth === 0) {
        from = i + 1;
        break;
      }
      depth -= 1;
    } else if (hardBoundary.test(c) || c === '、' || c === '，') {
      if (depth > 0) return headStart;
      from = i + 1;
      break;
    }
  }
  const verb = text.slice(from, headStart).lastIndexOf('着');
  if (verb >= 0) from += verb + 1; // 拉着区妇联权益部部长
  while (
    (/^[兼任]/.test(text.slice(from, headStart)) ||
      (text[from - 1] === '—' && /^[记访]/.test(text.slice(from, headStart)))) &&
    from < headStart
  )
    from += 1;
  // after a name: 封开云和县审计局副局长
  if (from === cursor && /^[和与及同]/.test(text.slice(from, headStart))) from += 1;
  const latin = /[\p{Lu}][\p{Script=Latin}&.]*(?: [\p{Lu}][\p{Script=Latin}&.]*)+(?=\p{Script=Han}{0,12}$)/u.exec(
    text.slice(from, headStart),
  );
  if (latin) return from + latin.index;
  const words = text.slice(from, headStart);
  const body = spansWithin(context.organisations ?? [], from, headStart).find(
    ({ end }) => unitWords.test(text.slice(end, headStart)) && nounStart(text, end, headStart) === end,
  );
  if (body)
    // 我校心理健康教育中心
    return body.start - (/(?:我|本)(?:校|院|司|公司|集团)$/.exec(text.slice(from, body.start))?.[0].length ?? 0);
  if (words.startsWith('其中')) return nounStart(text, from + 2, headStart);
  if (context.isOrganisation(words) || localBody.test(words)) return from;
  const start = nounStart(text, from, headStart);
  return start > from && text.startsWith('致公党', start - 1) ? start - 1 : start; // the dictionary takes 致 for a verb
}

const unitWords = /^[^，。、；：的在和与由向对了是“”]{0,12}$/;

/** What the short name of a local body ends in. */
const localBodies = [
  '委',
  '局',
  '办',
  '厅',
  '队',
  '指挥部',
  '办公室',
  '中心',
  '委员会',
  '领导小组',
  '医院',
  '中学',
  '学校',
  '公司',
  '集团',
  '银行',
  '协会',
  '联合会',
  '商会',
];

/** 市经信委, 区人大常委会: a level word and the body's short name, with nothing in between that is not part of it. */
const localBody = new RegExp(`^(?:国家|省|市|区|县|州)[^的在与和由向对了是，、]{1,10}${oneOf(localBodies)}$`);
