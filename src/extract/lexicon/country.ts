import { oneOf } from '../../text/pattern.ts';

/** Longer ones first. Collected from the usage of local newspapers. */
const names: readonly string[] = [
  '印度尼西亚',
  '哈萨克斯坦',
  '马来西亚',
  '澳大利亚',
  '俄罗斯',
  '意大利',
  '西班牙',
  '葡萄牙',
  '比利时',
  '奥地利',
  '匈牙利',
  '土耳其',
  '柬埔寨',
  '新加坡',
  '菲律宾',
  '新西兰',
  '加拿大',
  '墨西哥',
  '阿根廷',
  '蒙古国',
  '日本',
  '韩国',
  '德国',
  '法国',
  '英国',
  '美国',
  '荷兰',
  '瑞典',
  '瑞士',
  '丹麦',
  '挪威',
  '芬兰',
  '波兰',
  '捷克',
  '希腊',
  '印度',
  '泰国',
  '越南',
  '老挝',
  '缅甸',
  '巴西',
  '智利',
  '南非',
  '埃及',
];

/** Foreign countries by their usual names, as a pattern source. */
export const countries = oneOf(names);

/** A foreign country that a name begins with. */
export const country = new RegExp(`^${countries}(?=[\\p{Script=Han}]{3})`, 'u');
