import { matchesOf } from '../../text/match.ts';
import { either, oneOf } from '../../text/pattern.ts';
import { cutWords } from '../../text/word.ts';
import { trades } from '../lexicon/trade.ts';
import type { OrganisationMention } from './organisation-mention.ts';
import type { Reading } from '../document/reading.ts';

const brand = String.raw`([\p{Script=Han}]{2,4}?${oneOf(trades)})`;
const located = String.raw`位于[\p{Script=Han}]{3,12}的`;
const visits = ['到', '赴', '走进', '走访', '走访了', '前往', '来到', '考察', '考察了'];
const links = ['由', '被', '与', '和', '同', '、', '携手', '牵手', '会同'];
const deeds = [
  '走访',
  '调研',
  '考察',
  '参观',
  '座谈',
  '慰问',
  '领投',
  '跟投',
  '竞得',
  '中标',
  '承建',
  '以底价',
  String.raw`[一二三四五六七八九十\d]+号车间`,
  '车间',
  '签署',
  '签订',
  '签约',
  '分别',
  '冠名',
  '独家',
  '赞助',
];

/** Who is visited, wins, invests or signs: 先后到鼎蓝科技和九川冷链走访, 由澜江创投领投. */
const named = new RegExp(`${either([...visits, '调研', located, ...links])}${brand}(?=${either(deeds)})`, 'gu');
const next = String.raw`[\p{Script=Han}]{4,8}(?:走访|调研|考察|参观|座谈|慰问|以底价|竞得|中标)`;
const listed = new RegExp(`${either([...visits, located, '由'])}${brand}(?:和|与|、)(?=${next})`, 'gu');

/**
 * Companies without an ending: a brand that no dictionary knows and a trade, where they do or undergo what companies
 * do.
 */
export function findBrands(reading: Reading): OrganisationMention[] {
  return [named, listed].flatMap((pattern) =>
    [...matchesOf(reading.text, pattern)].flatMap((match) => {
      const name = match[1]!;
      const start = match.index + match[0].length - name.length - (pattern === listed ? 1 : 0);
      return isBrand(name) ? [{ start, end: start + name.length, name, rule: 'organisation.brand' }] : [];
    }),
  );
}

const common =
  /^(?:智慧|高新|绿色|现代|智能|数字|先进|新兴|传统|清洁|高端|未来|乡村|城市|海洋|民营|国有|本土|本地|知名|头部|当地)/;

/** 鼎蓝科技, 临澜城发置地; neither 现代物流 nor 智慧能源: words of the dictionary are no brand. */
function isBrand(name: string): boolean {
  if (common.test(name)) return false;
  const words = cutWords(name);
  return words
    .slice(0, -1)
    .every(
      ({ text, tag }) =>
        (text.length === 1 && !/^[pcudr]/.test(tag) && !'大新小老各本该'.includes(text)) || /^n[rstz]/.test(tag),
    );
}
