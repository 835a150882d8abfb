import { matchesOf } from '../text/match.ts';
import { cutWords } from '../text/word.ts';
import type { OrganisationMention } from './organisation-mention.ts';
import type { Reading } from './reading.ts';

const trades =
  '汽车科技|新材料|酒业|茶业|糖业|矿业|林业|牧业|渔业|印务|科技|冷链|创投|置地|房产|地产|置业|精工|重工|精密|智能|智造|能源|新能源|生物|生物科技|医药|药业|电子|半导体|光电|物流|环保|新材|材料|软件|传媒|食品|乳业|种业|建工|水务|燃气|机械|电气|通信|动力|钢铁|化工|纺织|服饰|家居|文旅';
/** Who is visited, wins, invests or signs: 先后到鼎蓝科技和九川冷链走访, 由澜江创投领投. */
const named = new RegExp(
  `(?:到|赴|走进|走访|走访了|前往|来到|考察|考察了|调研|位于[\\p{Script=Han}]{3,12}的|由|被|与|和|同|、|携手|牵手|会同)([\\p{Script=Han}]{2,4}?(?:${trades}))(?=走访|调研|考察|参观|座谈|慰问|领投|跟投|竞得|中标|承建|以底价|[一二三四五六七八九十\\d]+号车间|车间|签署|签订|签约|分别|冠名|独家|赞助)`,
  'gu',
);
const listed = new RegExp(
  `(?:到|赴|走进|走访|走访了|前往|来到|考察|考察了|位于[\\p{Script=Han}]{3,12}的|由)([\\p{Script=Han}]{2,4}?(?:${trades}))(?:和|与|、)(?=[\\p{Script=Han}]{4,8}(?:走访|调研|考察|参观|座谈|慰问|以底价|竞得|中标))`,
  'gu',
);

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
