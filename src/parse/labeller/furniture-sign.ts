import { either } from '../../text/pattern.ts';
import { findPrintedDate } from '../../text/printed-date.ts';
import { itemsOf } from '../furniture/item.ts';
import { footMarks, listHeads, menuWords } from '../lexicon/furniture.ts';
import { isIndexHead, isSectionName, mastheadStrength } from '../masthead.ts';
import { isBoxLine, isNoticeLine } from '../notice.ts';
import { endsTeaser, isCrossReference, opensTeaser } from '../teaser.ts';
import { numberOf } from './feature-word.ts';
import { measure } from './measure.ts';
import { SignSet } from './sign-set.ts';

const menu = new Set(menuWords);

const patterns = new SignSet([
  { name: 'path', pattern: /(?:>{1,2}|»|›|→|->)/u },
  { name: 'located', pattern: /位置(?:是)?[】\])]? ?(?:[::>»→/]|-)/u },
  { name: 'bar', pattern: /[|]/ },
  { name: 'foot', pattern: new RegExp(either(footMarks), 'iu') },
  {
    name: 'site',
    pattern: /(?:备案|版权|公网安备|主办|承办|协办|维护|地址|邮编|技术支持|举报|许可证|网站)/u,
  },
  {
    name: 'list head',
    pattern: new RegExp(String.raw`^[【[■●◆▶]* ?${either(listHeads)} ?[】\]:(\d)]*$`, 'u'),
    longest: 18,
  },
  { name: 'neighbour', pattern: /^[【[(]? ?(?:上|下)一(?:篇|条|页|期|个)/u },
  { name: 'rule', pattern: /^[^\p{L}\p{N}]+$/u },
  { name: 'address', pattern: /https?:|www\.|@|\.(?:com|cn|jpg|png)/iu },
  { name: 'label', pattern: /^[【[]?[\p{Script=Han} ]{2,8}[】\]]? ?[:|]/u },
  { name: 'bare label', pattern: /^[【[]?[\p{Script=Han} ]{2,8}[】\]]? ?:$/u },
  { name: 'buttons', pattern: /^(?:[【[][^【】[\]]{1,10}[】\]][\s|]*)+$/u },
  {
    name: 'medium',
    pattern: /^[\p{Script=Han}A-Za-z]{2,10}(?:发布|融媒|融媒体|融媒体中心|新闻网|在线|日报|晚报|网|客户端|报)$/u,
    longest: 16,
  },
  { name: 'phone', pattern: /(?<!\d)\d{3,4}-\d{6,8}(?!\d)|(?<!\d)1\d{10}(?!\d)/ },
  { name: 'counter', pattern: /\d+ ?(?:次|人|万|条|赞|评论|跟帖|回复|楼)(?!\p{Script=Han})/u },
  { name: 'numbers', pattern: /^[\d\s.,:/()+-]+$/ },
  { name: 'weekday', pattern: /(?:星期|周)[一二三四五六日天]/u },
  { name: 'clock', pattern: /(?<!\d)\d{1,2}:\d\d/ },
  { name: 'years', pattern: /(?:19|20)\d\d ?[-/.年]/ },
]);

/** Adds the signs of furniture that a line shows: what pages of the web, and the heads and indexes of printed ones, are made of. */
export function addFurnitureSigns(found: number[], folded: string): void {
  addItems(found, folded);
  const strength = mastheadStrength(folded);
  if (strength > 0) found.push(numberOf(`page head ${Math.min(3, strength)}`));
  addParts(found, folded);
  patterns.addTo(found, folded);
  if (isSectionName(folded)) found.push(numberOf('section'));
  if (isIndexHead(folded)) found.push(numberOf('index'));
  if (opensTeaser(folded)) found.push(numberOf('teaser lead'));
  if (endsTeaser(folded)) found.push(numberOf('teaser end'));
  if (isCrossReference(folded)) found.push(numberOf('reference'));
  const day = findPrintedDate(folded);
  if (day !== null) found.push(numberOf(day.start > 0 ? 'day in' : day.end === folded.length ? 'day' : 'day first'));
  if (isNoticeLine(folded)) found.push(numberOf('notice'));
  if (isBoxLine(folded)) found.push(numberOf('box'));
}

/** The fields and buttons of web pages. */
function addItems(found: number[], folded: string): void {
  const items = itemsOf(folded);
  let words = 0;
  let free = 0;
  for (const { kind, start, end } of items) {
    if (kind === 'WORD') {
      words += 1;
      free += end - start;
      continue;
    }
    const sign = numberOf(`item ${kind}`);
    if (!found.includes(sign)) found.push(sign);
  }
  if (items.length > 0 && words === 0) found.push(numberOf('items only'));
  if (items.length > words) found.push(numberOf(`words ${measure(free, [0, 4, 8, 16, 30])}`));
}

/** The parts of a line between blanks and strokes, and how many of them are words of a menu. */
function addParts(found: number[], folded: string): void {
  const parts = /[\s|·>/]/u.test(folded) ? folded.split(/[\s|·>/]+/u).filter((part) => part !== '') : [folded];
  const known = parts.filter((part) => menu.has(part) || isSectionName(part)).length;
  if (known > 0)
    found.push(numberOf(`menu ${measure(known / parts.length, [0.3, 0.6, 0.99])} ${measure(parts.length, [1, 2, 4])}`));
  found.push(numberOf(`parts ${measure(parts.length, [1, 2, 3, 5])}`));
}
